package io.iolaus.api.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.iolaus.core.layout.KnownPlaces;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Remembers where everything lay in the last picture of each cluster, so that the next one has it
/// there too, also after a restart. It is a cache: where a file is missing or broken, the picture
/// is made as for the first time.
@Component
class PlaceBook {

  private static final Logger log = LoggerFactory.getLogger(PlaceBook.class);

  /// Some 30 kilobytes each.
  private static final int MAX_FILES = 1_000;

  /// In nodes: some tens of megabytes.
  private static final long MAX_NODES = 500_000;

  private final int maxFiles;
  private final Path folder;
  private final Cache<String, KnownPlaces> places =
      Caffeine.newBuilder()
          .maximumWeight(MAX_NODES)
          .weigher((String key, KnownPlaces value) -> 1 + value.size())
          .build();

  @Autowired
  PlaceBook(Home home) {
    this(home, MAX_FILES);
  }

  PlaceBook(Home home, int maxFiles) {
    this.maxFiles = maxFiles;
    this.folder = home.path().resolve("cache").resolve("places");
  }

  /// @param picture names the cluster and what of it is shown
  KnownPlaces of(String picture) {
    return places.get(picture, this::read);
  }

  /// Takes the place of what was known of the picture.
  void note(String picture, KnownPlaces now) {
    KnownPlaces before = of(picture);
    byte[] bytes = now.bytes();
    if (Arrays.equals(before.bytes(), bytes)) {
      return;
    }
    places.put(picture, now);
    try {
      PrivateFiles.createDirectories(folder);
      PrivateFiles.replace(file(picture), bytes);
      removeOldest();
    } catch (IOException e) {
      // Nothing is lost but that the picture may look otherwise after a restart.
      log.warn("cannot keep the places of a chart: {}", e.toString());
    }
  }

  private KnownPlaces read(String picture) {
    try {
      return KnownPlaces.read(Files.readAllBytes(file(picture))).orElse(KnownPlaces.NONE);
    } catch (NoSuchFileException e) {
      return KnownPlaces.NONE;
    } catch (IOException e) {
      log.warn("cannot read the places of a chart: {}", e.toString());
      return KnownPlaces.NONE;
    }
  }

  private Path file(String picture) {
    return folder.resolve(
        UUID.nameUUIDFromBytes(picture.getBytes(StandardCharsets.UTF_8)) + ".places");
  }

  private void removeOldest() throws IOException {
    Map<Path, FileTime> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        written.put(file, Files.getLastModifiedTime(file));
      }
    } catch (NoSuchFileException e) {
      // another process of this home was here: the next picture tries again
      return;
    }
    List<Path> oldest = new ArrayList<>(written.keySet());
    oldest.sort(Comparator.comparing(file -> written.getOrDefault(file, FileTime.fromMillis(0))));
    for (Path file : oldest.subList(0, Math.max(0, oldest.size() - maxFiles))) {
      Files.deleteIfExists(file);
    }
  }
}
