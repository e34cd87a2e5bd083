"use strict";

// The extension as the editor loads it, with what the editor gives in its place: nothing needs to be installed.

const assert = require("node:assert/strict");
const Module = require("node:module");
const path = require("node:path");
const { beforeEach, test } = require("node:test");

const manifest = require("../package.json");

const settings = { path: "samverkan", language: "auto" };
let started, stopped, shown, commands, listeners, fails;

class LanguageClient {
  constructor(id, name, server, client) {
    Object.assign(this, { id, name, server, client });
  }
  async start() {
    if (fails) throw new Error("ENOENT");
    started.push(this);
  }
  async stop() {
    stopped.push(this);
  }
}

const editor = {
  env: { language: "sv" },
  workspace: {
    getConfiguration: () => ({ get: (name) => settings[name] }),
    onDidChangeConfiguration: (listener) => (listeners.push(listener), { dispose() {} }),
  },
  commands: { registerCommand: (name, run) => ((commands[name] = run), { dispose() {} }) },
  window: { showErrorMessage: (said) => shown.push(said) },
};

const load = Module._load;
Module._load = (name, ...rest) =>
  name === "vscode" ? editor : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);

const extension = require(path.join("..", manifest.main));

beforeEach(() => {
  [started, stopped, shown, commands, listeners, fails] = [[], [], [], {}, [], false];
  Object.assign(settings, { path: "samverkan", language: "auto" });
});

test("the manifest names what the extension has", async () => {
  const context = { subscriptions: [] };
  await extension.activate(context);
  assert.deepEqual(Object.keys(commands), manifest.contributes.commands.map((one) => one.command));
  assert.deepEqual(
    Object.keys(manifest.contributes.configuration.properties),
    Object.keys(settings).map((name) => `samverkan.${name}`),
  );
  assert.ok(manifest.activationEvents.includes("onLanguage:yaml"));
  assert.ok(context.subscriptions.length > 0);
  await extension.deactivate();
});

test("the server is started for YAML, and stopped", async () => {
  settings.path = "/opt/samverkan";
  settings.language = "en";
  await extension.activate({ subscriptions: [] });
  assert.deepEqual(started[0].server, { command: "/opt/samverkan", args: ["lsp"] });
  assert.deepEqual(started[0].client.initializationOptions, { lang: "en" });
  assert.ok(started[0].client.documentSelector.every((one) => one.language === "yaml"));
  await extension.deactivate();
  assert.equal(stopped.length, 1);
});

test("a change of settings starts it anew", async () => {
  await extension.activate({ subscriptions: [] });
  await listeners[0]({ affectsConfiguration: () => false });
  assert.equal(started.length, 1);
  await listeners[0]({ affectsConfiguration: (name) => name === "samverkan" });
  assert.deepEqual([started.length, stopped.length], [2, 1]);
  await extension.deactivate();
});

test("a program that is missing is told of", async () => {
  fails = true;
  await extension.activate({ subscriptions: [] });
  assert.match(shown[0], /pip install "samverkan\[lsp\]"/);
  await extension.deactivate();
});
