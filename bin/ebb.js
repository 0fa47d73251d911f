#!/usr/bin/env node
// biome-ignore-all lint/style/useNodejsImportProtocol: a very old Node knows no such protocol.
// biome-ignore-all lint/style/useTemplate: nor templates.
// biome-ignore-all lint/complexity/useArrowFunction: nor arrow functions.
'use strict'
// Starts the program: checks Node’s version (and hands over to a newer one that lies beside), loads the
// bundle with V8’s code cache, and nothing else. Kept to ECMAScript 5, which a very old Node understands.

var path = require('path')
var root = path.join(__dirname, '..')

if (isRecent(process.versions.node)) start()
else handOver()

/** The oldest Node that every dependency supports is 22.15. */
function isRecent(version) {
  var parts = version.split('.').map(Number)
  return parts[0] > 22 || (parts[0] === 22 && parts[1] >= 15)
}

function start() {
  var bundle = path.join(root, 'dist', 'main.cjs')
  var load = path.join(root, 'dist', 'load.cjs')
  if (!require('fs').existsSync(bundle))
    fail('ebb is not built yet: run `npm run build` in ' + root)
  require(load).load(bundle)
}

/** A clone brings a Node of its own along (the npm package `node`), for machines whose `node` is too old. */
function handOver() {
  var fs = require('fs')
  var local = path.join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (!fs.existsSync(local)) {
    fail('ebb needs Node 22.15 or newer, and this is Node ' + process.versions.node + '.')
  }
  var args = process.execArgv.concat([__filename], process.argv.slice(2))
  var child = require('child_process').spawn(local, args, {stdio: 'inherit'})
  // Passed on, as whoever sends them knows this process alone. What the terminal sends goes to both and so arrives twice there,
  // which is once too often for nothing: in the review the terminal sends none.
  var signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']
  signals.forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal)
    })
  })
  child.on('error', function (error) {
    fail('ebb could not start the Node beside it (' + local + '): ' + error.message)
  })
  child.on('exit', function (code, signal) {
    if (signal === null) {
      process.exitCode = code
      return
    }
    signals.forEach(function (name) {
      process.removeAllListeners(name)
    })
    process.kill(process.pid, signal)
  })
}

function fail(message) {
  process.stderr.write(message + '\n')
  process.exit(1)
}
