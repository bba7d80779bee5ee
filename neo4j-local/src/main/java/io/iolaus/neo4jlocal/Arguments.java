package io.iolaus.neo4jlocal;

import java.nio.file.Path;

/// The command line of this program.
///
/// @param data the folder that holds the database, its logs and its lock
/// @param boltPort the port to listen on at 127.0.0.1; 0 takes a free one
/// @param pageCache size of the page cache, as `64m` or `1g`
/// @param passwordFile a file whose first line is the password of the user `neo4j`
/// @param warmUp whether to ask the queries of {@link WarmUp} first
/// @param importFolder the one folder whose files `LOAD CSV` may read, for measurements alone;
///   null, as always else: none
/// @param firstLoad a folder of nodes and edges to make a new store of before the start, in place
///   of the one that is there; null: none
/// @param lastOpening what {@link LastOpening} must hold for that: nobody else has had the data
///   folder open since the parent looked into it
record Arguments(
    Path data,
    int boltPort,
    String pageCache,
    Path passwordFile,
    boolean warmUp,
    Path importFolder,
    Path firstLoad,
    String lastOpening) {

  static final String USAGE =
      "usage: neo4j-local --data DIR --password-file FILE [--bolt-port N] [--page-cache SIZE]"
          + " [--first-load DIR --last-opening ID]";

  /// Reads the arguments; throws {@link Failure} with {@link ExitStatus#USAGE} for anything
  /// unexpected.
  static Arguments parse(String... args) {
    Path data = null;
    Path passwordFile = null;
    int boltPort = 0;
    String pageCache = "128m";
    boolean warmUp = false;
    Path importFolder = null;
    Path firstLoad = null;
    String lastOpening = "";
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw usage("no value for " + args[i]);
      }
      String value = args[i + 1];
      switch (args[i]) {
        case "--data" -> data = Path.of(value).toAbsolutePath().normalize();
        case "--password-file" -> passwordFile = Path.of(value).toAbsolutePath().normalize();
        case "--bolt-port" -> boltPort = port(value);
        case "--page-cache" -> pageCache = value;
        case "--warm-up" -> warmUp = value.equals("yes");
        case "--import-folder" -> importFolder = Path.of(value).toAbsolutePath().normalize();
        case "--first-load" -> firstLoad = Path.of(value).toAbsolutePath().normalize();
        case "--last-opening" -> lastOpening = value;
        default -> throw usage("unknown option " + args[i]);
      }
    }
    if (data == null || passwordFile == null) {
      throw usage("--data and --password-file are required");
    }
    return new Arguments(
        data, boltPort, pageCache, passwordFile, warmUp, importFolder, firstLoad, lastOpening);
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new Failure(ExitStatus.USAGE, "--bolt-port must be 0..65535, was " + value, e);
    }
    throw usage("--bolt-port must be 0..65535, was " + value);
  }

  private static Failure usage(String message) {
    return new Failure(ExitStatus.USAGE, message + "\n" + USAGE);
  }
}
