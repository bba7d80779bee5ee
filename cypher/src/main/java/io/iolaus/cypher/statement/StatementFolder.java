package io.iolaus.cypher.statement;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/// Lists the files that came with the program, whether it runs from a folder of classes, a jar or a
/// jar in a jar.
final class StatementFolder {

  private StatementFolder() {}

  /// The paths of all files below `root`, relative to it, in byte order; both end with `/` or are
  /// empty.
  static List<String> list(String root) throws IOException {
    String own = StatementFolder.class.getName().replace('.', '/') + ".class";
    URL anchor = StatementFolder.class.getResource("/" + own);
    if (anchor == null) {
      throw new IOException("cannot find the program's own files");
    }
    // Only a file that is there for certain is asked for: jars need not have entries for folders.
    URLConnection connection = anchor.openConnection();
    if (connection instanceof JarURLConnection jar) {
      // The jar file is the class loader's own; closing it would take the classes away.
      return jar.getJarFile().stream()
          .filter(entry -> !entry.isDirectory())
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(root))
          .map(name -> name.substring(root.length()))
          .sorted()
          .toList();
    }
    Path folder =
        Path.of(
                URI.create(
                    anchor.toString().substring(0, anchor.toString().length() - own.length())))
            .resolve(root);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
