export default function Page() {
  return <main>Facet</main>
}
