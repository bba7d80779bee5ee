package io.iolaus.cypher.detector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The texts in a folder of detectors, by their path inside it, from a directory or from a jar on
/// the class path.
///
/// @param name how messages call the folder
record DetectorFolder(String name, SortedMap<String, String> files) {
  static final String LOCK = "versions.lock";

  private static final String ON_CLASS_PATH = "iolaus/cypher/detectors/";

  DetectorFolder {
    files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// The folder that comes with the program.
  static DetectorFolder onClassPath() {
    return onClassPath(DetectorFolder.class.getClassLoader());
  }

  static DetectorFolder onClassPath(ClassLoader loader) {
    // A folder has no sure entry of its own in a jar; the lock is always there and shows where the
    // rest is.
    URL lock = loader.getResource(ON_CLASS_PATH + LOCK);
    if (lock == null) {
      throw new IllegalStateException("no " + ON_CLASS_PATH + LOCK + " on the class path");
    }
    try {
      if (lock.openConnection() instanceof JarURLConnection jar) {
        // Nested in an executable jar the file is a view of the loader's own: it must stay open.
        return new DetectorFolder("detectors", ofJar(jar.getJarFile()));
      }
      Path path = Path.of(new URI(lock.toString()));
      return new DetectorFolder(
          "detectors", ofDirectory(Optional.ofNullable(path.getParent()).orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A folder on disk.
  static DetectorFolder at(Path directory) {
    try {
      return new DetectorFolder(directory.toString(), ofDirectory(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> text(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /// The paths that end so, ascending.
  List<String> endingIn(String ending) {
    return files.keySet().stream().filter(path -> path.endsWith(ending)).toList();
  }

  private static SortedMap<String, String> ofDirectory(Path directory) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        String relative = directory.relativize(path).toString().replace('\\', '/');
        if (isOurs(relative)) {
          files.put(relative, Files.readString(path));
        }
      }
    }
    return files;
  }

  private static SortedMap<String, String> ofJar(JarFile jar) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    for (JarEntry entry : jar.stream().toList()) {
      String relative =
          entry.getName().startsWith(ON_CLASS_PATH)
              ? entry.getName().substring(ON_CLASS_PATH.length())
              : "";
      if (isOurs(relative)) {
        try (InputStream in = jar.getInputStream(entry)) {
          files.put(relative, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }

  private static boolean isOurs(String path) {
    return path.endsWith(".cypher") || path.endsWith(".test.yml") || path.equals(LOCK);
  }
}
