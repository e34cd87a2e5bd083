"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const SAID = {
  sv: (path) =>
    `Programmet ${path} kunde inte startas. Installera det med: pip install "samverkan[lsp]", eller ange var det ` +
    "finns i inställningen samverkan.path.",
  en: (path) =>
    `The program ${path} could not be started. Install it with: pip install "samverkan[lsp]", or say where it is in ` +
    "the setting samverkan.path.",
};

let client;

async function start() {
  const settings = vscode.workspace.getConfiguration("samverkan");
  const path = settings.get("path") || "samverkan";
  const language = settings.get("language");
  const said = SAID[vscode.env.language.startsWith("sv") ? "sv" : "en"];
  client = new LanguageClient(
    "samverkan",
    "Samverkan",
    { command: path, args: ["lsp"] },
    {
      documentSelector: [
        { scheme: "file", language: "yaml" },
        { scheme: "untitled", language: "yaml" },
      ],
      initializationOptions: language === "sv" || language === "en" ? { lang: language } : {},
    },
  );
  try {
    await client.start();
  } catch {
    client = undefined;
    vscode.window.showErrorMessage(said(path));
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function restart() {
  await stop();
  await start();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("samverkan.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) =>
      event.affectsConfiguration("samverkan") ? restart() : undefined,
    ),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
