package io.iolaus.api.cli;

import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `iolaus serve`.
@Command(
    name = "serve",
    description = {
      "Serves the screens and the API until Ctrl-C, and detects every 15 minutes.",
      "Other commands work on the same home beside it."
    })
final class ServeCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Mixin private PortOption listen = new PortOption();

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = ServerOptions.LOOPBACK,
      description = "Address to listen on; default 127.0.0.1, which only this machine reaches.")
  private String address = ServerOptions.LOOPBACK;

  @Option(
      names = "--roles",
      paramLabel = "ROLE",
      split = ",",
      description = "What this process does, of api, ingest, detect; default all.")
  private EnumSet<Role> roles = EnumSet.allOf(Role.class);

  @Override
  public Integer call() throws Exception {
    ServerOptions server = new ServerOptions(listen.port(), address, roles);
    Serving.requireFree(server);
    Home home = options.home();
    Serving.untilStopped(Workspace.openServer(home), server, false);
    return 0;
  }
}
