package io.iolaus.sharing.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.iolaus.sharing.archive.ArchiveVerifier.RefusedException;
import io.iolaus.sharing.archive.ArchiveVerifier.Verified;
import io.iolaus.sharing.sign.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final SigningKey KEY = SigningKey.generate();

  @TempDir private Path folder;
  private Path file;
  private byte[] bytes = new byte[0];

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("archive.zip");
    Path large = folder.resolve("large");
    Files.writeString(large, "a line\n".repeat(30));
    try (ArchiveWriter writer = new ArchiveWriter(file)) {
      writer.add("case/case.json", "{\"id\":\"case-1\"}".getBytes(StandardCharsets.UTF_8));
      writer.add("case/comments.ndjson", new byte[0]);
      writer.add("clusters/c-1/members.ndjson", large);
      writer.seal(Map.of("case", "case-1", "by", "ann"), KEY);
    }
    bytes = Files.readAllBytes(file);
  }

  private Path changed(byte[] content) throws IOException {
    return Files.write(folder.resolve("changed.zip"), content);
  }

  @Test
  void sayWhatTheyHoldAndWhoseTheyAre() throws Exception {
    Verified verified = ArchiveVerifier.verify(file);
    assertThat(verified.key().thumbprint()).isEqualTo(KEY.verification().thumbprint());
    assertThat(verified.manifest().about()).containsEntry("by", "ann");
    assertThat(verified.manifest().files())
        .extracting(ArchiveFile::name, ArchiveFile::bytes)
        .containsExactly(
            tuple("case/case.json", 15L),
            tuple("case/comments.ndjson", 0L),
            tuple("clusters/c-1/members.ndjson", 210L));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getInputStream(zip.getEntry("case/case.json")).readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("{\"id\":\"case-1\"}");
    }
  }

  @Test
  void oneByteChangedIsRefusedWhereverItStands() throws Exception {
    for (int at = 0; at < bytes.length; at++) {
      for (int bit : new int[] {0x01, 0x80}) {
        byte[] other = bytes.clone();
        other[at] ^= (byte) bit;
        Path path = changed(other);
        assertThatThrownBy(() -> ArchiveVerifier.verify(path))
            .as("byte %d of %d, ^ %x", at, bytes.length, bit)
            .isInstanceOf(RefusedException.class);
      }
    }
  }

  @Test
  void oneByteMoreOrLessIsRefused() throws Exception {
    for (int at = 0; at <= bytes.length; at++) {
      byte[] more = new byte[bytes.length + 1];
      System.arraycopy(bytes, 0, more, 0, at);
      System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
      Path longer = changed(more);
      assertThatThrownBy(() -> ArchiveVerifier.verify(longer))
          .as("a byte before %d", at)
          .isInstanceOf(RefusedException.class);
      if (at < bytes.length) {
        byte[] less = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, less, at, bytes.length - at - 1);
        Path shorter = changed(less);
        assertThatThrownBy(() -> ArchiveVerifier.verify(shorter))
            .as("without byte %d", at)
            .isInstanceOf(RefusedException.class);
      }
    }
  }

  @Test
  void filesThatAreGoneOtherOrMoreAreNamed() throws Exception {
    Map<String, byte[]> files = files();
    files.remove("case/comments.ndjson");
    refusedFor(files, "case/comments.ndjson");
    files = files();
    files.put("case/case.json", "{\"id\":\"case-2\"}".getBytes(StandardCharsets.UTF_8));
    refusedFor(files, "case/case.json is not what was handed over");
    files = files();
    byte[] manifest = files.remove(Manifest.NAME);
    byte[] signature = files.remove(Manifest.SIGNATURE);
    files.put("extra", new byte[] {1});
    files.put(Manifest.NAME, manifest);
    files.put(Manifest.SIGNATURE, signature);
    refusedFor(files, "extra is not in the manifest");
    files = files();
    files.put(
        Manifest.NAME,
        new String(manifest, StandardCharsets.UTF_8)
            .replace("ann", "ben")
            .getBytes(StandardCharsets.UTF_8));
    refusedFor(files, "signature");
  }

  /// Somebody else who signs it again does not pass for the first.
  @Test
  void whoeverSignsAnewShowsAnotherKey() throws Exception {
    Path other = folder.resolve("other.zip");
    SigningKey stranger = SigningKey.generate();
    try (ArchiveWriter writer = new ArchiveWriter(other)) {
      writer.add("case/case.json", new byte[] {1});
      writer.seal(Map.of("by", "ann"), stranger);
    }
    assertThat(ArchiveVerifier.verify(other).key().thumbprint())
        .isEqualTo(stranger.verification().thumbprint())
        .isNotEqualTo(KEY.verification().thumbprint());
  }

  @Test
  void sameContentIsTheSameButForTheSignature() throws Exception {
    Path again = folder.resolve("again.zip");
    try (ArchiveWriter writer = new ArchiveWriter(again)) {
      for (Map.Entry<String, byte[]> entry : files().entrySet()) {
        if (ArchiveWriter.isName(entry.getKey())) {
          writer.add(entry.getKey(), entry.getValue());
        }
      }
      writer.seal(new LinkedHashMap<>(ArchiveVerifier.verify(file).manifest().about()), KEY);
    }
    assertThat(Files.readAllBytes(again)).hasSameSizeAs(bytes);
    assertThat(ArchiveVerifier.verify(again).manifest())
        .isEqualTo(ArchiveVerifier.verify(file).manifest());
  }

  @Test
  void namesThatLeaveTheArchiveAreNone() throws Exception {
    try (ArchiveWriter writer = new ArchiveWriter(folder.resolve("names.zip"))) {
      for (String name :
          List.of("", "/a", "a/", "../a", "a/../b", "a//b", "a\\b", "ä", ".a", Manifest.NAME)) {
        assertThatThrownBy(() -> writer.add(name, new byte[0]))
            .as(name)
            .isInstanceOf(IllegalArgumentException.class);
      }
      writer.add("a/b-1_2.json", new byte[0]);
      assertThatThrownBy(() -> writer.add("a/b-1_2.json", new byte[0]))
          .isInstanceOf(IllegalArgumentException.class);
      writer.seal(Map.of(), KEY);
    }
    assertThat(ArchiveVerifier.verify(folder.resolve("names.zip")).manifest().files()).hasSize(1);
  }

  @Test
  void whatIsNoArchiveIsRefused() throws Exception {
    for (byte[] content :
        List.of(new byte[0], "text".getBytes(StandardCharsets.UTF_8), zip(Map.of()))) {
      Path path = changed(content);
      assertThatThrownBy(() -> ArchiveVerifier.verify(path)).isInstanceOf(RefusedException.class);
    }
    assertThatThrownBy(() -> ArchiveVerifier.verify(folder.resolve("nowhere.zip")))
        .isInstanceOf(IOException.class);
  }

  private void refusedFor(Map<String, byte[]> files, String text) throws IOException {
    Path path = changed(zip(files));
    assertThatThrownBy(() -> ArchiveVerifier.verify(path))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(text);
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : new ArrayList<>(files.entrySet())) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
