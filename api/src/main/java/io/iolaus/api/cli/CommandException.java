package io.iolaus.api.cli;

/// A command cannot do what was asked. The message is one line that says what to do.
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }

  CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
