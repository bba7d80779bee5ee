package io.iolaus.api.server;

import java.util.EnumSet;
import java.util.Set;

/// How to serve.
///
/// @param port 0 takes a free one
/// @param address the address to listen on; anything but a loopback address opens the server to
///   others
/// @param roles what this process does, at least one
public record ServerOptions(int port, String address, Set<Role> roles) {

  public static final int DEFAULT_PORT = 8080;

  public static final String LOOPBACK = "127.0.0.1";

  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0..65535, was " + port);
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a server needs at least one role of api, ingest, detect");
    }
    roles = Set.copyOf(roles);
  }

  /// Everything in one process, at this machine alone.
  public static ServerOptions local(int port) {
    return new ServerOptions(port, LOOPBACK, EnumSet.allOf(Role.class));
  }
}
