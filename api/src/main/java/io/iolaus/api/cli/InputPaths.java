package io.iolaus.api.cli;

import io.iolaus.ingest.Source;
import io.iolaus.ingest.Source.StreamSource;
import io.iolaus.ingest.source.FileKind;
import io.iolaus.ingest.source.LineFormat;
import io.iolaus.ingest.source.SourceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns what a person names on the command line into sources: files as they are, folders as the
/// event files in them, `-` as standard input.
final class InputPaths {

  private static final int NAMED = 3;

  private final @Nullable LineFormat csv;
  // By path: a file that is named and lies in a folder that is named is loaded once.
  private final Map<Path, Source> files = new LinkedHashMap<>();

  /// @param csv how CSV files are read; null where no mapping was given
  private InputPaths(@Nullable LineFormat csv) {
    this.csv = csv;
  }

  /// The sources, files in the order they were named, those of a folder in byte order of their
  /// paths. Says what a folder holds that is left out.
  static List<Source> sources(List<String> names, @Nullable LineFormat csv) throws IOException {
    InputPaths inputs = new InputPaths(csv);
    for (String name : names) {
      inputs.add(name);
    }
    for (Source source : inputs.files.values()) {
      source.check(); // The database takes seconds to start: what is wrong is better told before.
    }
    return List.copyOf(inputs.files.values());
  }

  private void add(String name) throws IOException {
    Path path = Path.of(name);
    if (name.equals("-")) {
      files.put(path, Source.standardInput(System.in, csv == null ? LineFormat.NDJSON : csv));
    } else if (!Files.exists(path)) {
      throw new CommandException("there is no file " + name + ": check the path");
    } else if (!Files.isReadable(path)) {
      throw new CommandException("cannot read " + name + ": check its owner and mode");
    } else if (Files.isDirectory(path)) {
      addFolder(path);
    } else {
      addFile(path);
    }
  }

  private void addFile(Path path) throws IOException {
    FileKind kind = FileKind.of(path);
    if (kind == FileKind.CSV && csv == null) {
      throw new CommandException(
          path + " is CSV by its name: say with --mapping FILE what its columns mean");
    }
    if (Files.isRegularFile(path)) {
      put(path, format(path));
    } else {
      // A pipe, as of `<(zcat …)`: what is read of it is gone, so it is opened once.
      files.put(path, new StreamSource(path.toString(), Files.newInputStream(path), format(path)));
    }
  }

  /// With a mapping at hand whoever names a file of an unknown name means CSV.
  private LineFormat format(Path path) {
    return csv == null || FileKind.of(path) == FileKind.NDJSON ? LineFormat.NDJSON : csv;
  }

  private void addFolder(Path folder) throws IOException {
    SourceFolder found = SourceFolder.look(folder, csv != null);
    found.leftOut().forEach((kind, paths) -> sayLeftOut(folder, kind.description(), paths));
    if (!found.unreadable().isEmpty()) {
      throw new CommandException(
          "cannot read " + found.unreadable().getFirst() + ": check its owner and mode");
    }
    if (found.files().isEmpty()) {
      throw new CommandException(
          "there are no event files in "
              + folder
              + ": they are called *.ndjson or *.jsonl (with --mapping also *.csv), with or without"
              + " .gz or .zst; a file of another name can be named itself");
    }
    for (SourceFolder.Entry entry : found.files()) {
      put(entry.path(), format(entry.path()));
    }
  }

  private void put(Path path, LineFormat format) {
    files.putIfAbsent(path.toAbsolutePath().normalize(), Source.file(path, format));
  }

  private static void sayLeftOut(Path folder, String why, List<Path> paths) {
    String names =
        paths.stream()
            .limit(NAMED)
            .map(path -> folder.relativize(path).toString())
            .collect(Collectors.joining(", "));
    Console.say(
        "left out of "
            + folder
            + ", "
            + why
            + ": "
            + names
            + (paths.size() > NAMED ? " and " + (paths.size() - NAMED) + " more" : ""));
  }
}
