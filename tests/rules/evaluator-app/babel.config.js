module.exports = require('../../../miniprogram/babel.config.js')
