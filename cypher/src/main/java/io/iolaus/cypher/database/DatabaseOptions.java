package io.iolaus.cypher.database;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/// How to open a database.
///
/// @param heap heap of a database that has to be started, as `512m` or `2g`
/// @param pageCache its page cache, likewise
/// @param patience how long to wait for another command that has the home open
/// @param share whether other processes may use the database while this one has it open (a server),
///   so that they need not wait
/// @param join whether to use the database that another process has open and shares
/// @param messages takes lines for the person in front, such as that another command is waited for
public record DatabaseOptions(
    String heap,
    String pageCache,
    Duration patience,
    boolean share,
    boolean join,
    Consumer<String> messages) {

  public DatabaseOptions {
    requireSize("heap", heap);
    requireSize("page cache", pageCache);
    Objects.requireNonNull(messages);
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must not be negative, was " + patience);
    }
  }

  /// Either shares its own database, or uses one that is shared.
  public DatabaseOptions(
      String heap, String pageCache, Duration patience, boolean share, Consumer<String> messages) {
    this(heap, pageCache, patience, share, !share, messages);
  }

  /// For one command: sized for this machine, waits up to ten minutes for another command, shares
  /// nothing.
  public static DatabaseOptions command(Consumer<String> messages) {
    MemorySize size = MemorySize.ofMachine();
    return new DatabaseOptions(
        size.heap(), size.pageCache(), Duration.ofMinutes(10), false, messages);
  }

  /// For a server: as for a command, but other processes may use the database beside it.
  public static DatabaseOptions server(Consumer<String> messages) {
    DatabaseOptions options = command(messages);
    return new DatabaseOptions(
        options.heap(), options.pageCache(), options.patience(), true, messages);
  }

  /// For a command that runs on and on beside others: uses the database that a server shares, or
  /// shares its own.
  public static DatabaseOptions follower(Consumer<String> messages) {
    DatabaseOptions options = command(messages);
    return new DatabaseOptions(
        options.heap(), options.pageCache(), options.patience(), true, true, messages);
  }

  /// The same with other memory sizes.
  public DatabaseOptions withMemory(String newHeap, String newPageCache) {
    return new DatabaseOptions(newHeap, newPageCache, patience, share, join, messages);
  }

  /// The same with another patience.
  public DatabaseOptions withPatience(Duration newPatience) {
    return new DatabaseOptions(heap, pageCache, newPatience, share, join, messages);
  }

  private static void requireSize(String name, String value) {
    if (!value.matches("[1-9][0-9]*[kmg]")) {
      throw new IllegalArgumentException(name + " must be a size such as 512m or 2g, was " + value);
    }
  }
}
