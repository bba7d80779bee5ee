package io.iolaus.neo4jlocal;

/// The signals of the terminal: SIGINT of Ctrl-C and SIGHUP of a window that closes.
///
/// They reach every process of the terminal at once. The parent still needs the database to finish
/// its own work, and then closes our standard input.
final class TerminalSignals {

  private TerminalSignals() {}

  /// By reflection, because the compiler warns of every use of the only API there is, and warnings
  /// are errors here. Where a JVM has none, a Ctrl-C stops the database a moment before its parent.
  static void ignore() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object nothing = handler.getField("SIG_IGN").get(null);
      for (String name : new String[] {"INT", "HUP"}) {
        Object named = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, named, nothing);
      }
    } catch (ReflectiveOperationException e) {
      System.err.println("signals of the terminal are not ignored: " + e);
    }
  }
}
