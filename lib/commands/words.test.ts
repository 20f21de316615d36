import { describe, expect, it } from 'vitest'
import { contextOf } from './testing'
import {
  camelName,
  joinNames,
  nameStyle,
  pascalName,
  pluralName,
  pluralOf,
  singularName,
  singularOf,
} from './words'

describe('names made of words', () => {
  it.each([
    ['User', 'user', 'users'],
    ['UserProfile', 'userProfile', 'userProfiles'],
    ['Category', 'category', 'categories'],
    ['categories', 'category', 'categories'],
    ['Address', 'address', 'addresses'],
    ['Status', 'status', 'statuses'],
    ['Box', 'box', 'boxes'],
    ['Day', 'day', 'days'],
    ['Person', 'person', 'people'],
    ['People', 'person', 'people'],
    ['Analysis', 'analysis', 'analyses'],
    ['APIKey', 'apiKey', 'apiKeys'],
    ['News', 'news', 'news'],
    ['日本', '日本', '日本'],
  ])('%s: %s, %s', (name, one, several) => {
    expect(singularName(name, 'camel')).toBe(one)
    expect(pluralName(name, 'camel')).toBe(several)
  })

  it('writes them with underscores where the schema does', () => {
    expect(nameStyle(contextOf('model A {\n  a_b Int\n  c_d Int\n  eF Int\n}\n').graph)).toBe(
      'snake',
    )
    expect(nameStyle(contextOf('').graph)).toBe('camel')
    expect(pluralName('UserProfile', 'snake')).toBe('user_profiles')
    expect(joinNames('author', 'id', 'snake')).toBe('author_id')
    expect(joinNames('author', 'userId', 'camel')).toBe('authorUserId')
  })

  it.each([
    ['user_profiles', 'UserProfiles', 'userProfiles'],
    ['OAuthAccount', 'OAuthAccount', 'oAuthAccount'],
    ['USER', 'User', 'user'],
    ['order-item', 'OrderItem', 'orderItem'],
    ['userID', 'UserId', 'userID'],
    ['x_1', 'X1', 'x1'],
    ['日本', '日本', '日本'],
  ])('%s: %s as a model, %s as a field', (name, pascal, camel) => {
    expect(pascalName(name)).toBe(pascal)
    expect(camelName(name)).toBe(camel)
  })

  it.each([
    ['OAuthAccounts', 'OAuthAccount', 'OAuthAccounts'],
    ['userCategories', 'userCategory', 'userCategories'],
    ['people', 'person', 'people'],
    ['status', 'status', 'statuses'],
    ['Post2', 'Post2', 'Post2'],
  ])('%s: %s, %s, else as it is', (name, one, several) => {
    expect(singularOf(name)).toBe(one)
    expect(pluralOf(name)).toBe(several)
  })
})
