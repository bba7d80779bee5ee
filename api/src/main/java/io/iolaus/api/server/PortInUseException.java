package io.iolaus.api.server;

/// Another program listens on the port already. The message is one line that says what to do.
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUseException(int port, String address, Throwable cause) {
    super(
        "port "
            + port
            + " on "
            + address
            + " is in use: stop the program that has it, or choose another with --port",
        cause);
  }
}
