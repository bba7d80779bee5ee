package io.iolaus.api.cli;

import io.iolaus.api.server.ServerOptions;
import picocli.CommandLine.Option;

/// `--port` of the commands that serve.
final class PortOption {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen on; default 8080, 0 takes a free one.")
  private int port = ServerOptions.DEFAULT_PORT;

  int port() {
    return port;
  }
}
