package io.iolaus.cypher.home;

import io.iolaus.core.access.AccessKey;
import io.iolaus.core.secret.SiteSecret;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One installation's state on disk: the database, the secrets, the journal, the dead letters and
/// the logs.
///
/// Folders are made with mode 0700, files with secrets with mode 0600. Several homes live side by
/// side. Anything that keeps a home from being used is a {@link HomeException}.
public final class Home {

  private final Path path;
  private final Secrets secrets;

  private Home(Path path) {
    this.path = path;
    this.secrets = new Secrets(path.resolve("secrets"));
  }

  /// The home at this path, created with its folders if there is none. A folder that holds other
  /// things is refused: nobody wants an installation strewn among their own files.
  public static Home at(Path path) {
    Home home = new Home(path.toAbsolutePath().normalize());
    if (Files.exists(home.path) && !Files.isDirectory(home.path)) {
      throw new HomeException(
          home.path + " is not a directory: choose another folder with --home or IOLAUS_HOME");
    }
    try {
      if (!exists(home.path) && !isEmpty(home.path)) {
        throw new HomeException(
            home.path
                + " holds other files and is no Iolaus home: choose a new or an empty folder with"
                + " --home or IOLAUS_HOME");
      }
      PrivateFiles.createDirectories(home.path);
      for (Path folder :
          new Path[] {home.journal(), home.deadLetters(), home.inbox(), home.run(), home.logs()}) {
        PrivateFiles.createDirectories(folder);
      }
    } catch (IOException e) {
      throw cannotWrite(home.path, e);
    }
    return home;
  }

  /// Whether there is a home at this path.
  public static boolean exists(Path path) {
    return Files.isDirectory(path.resolve("run")) && Files.isDirectory(path.resolve("journal"));
  }

  private static boolean isEmpty(Path path) throws IOException {
    if (!Files.exists(path)) {
      return true;
    }
    try (Stream<Path> files = Files.list(path)) {
      // A fresh volume may hold these.
      return files
          .map(file -> file.getFileName().toString())
          .allMatch(name -> name.startsWith(".") || name.equals("lost+found"));
    }
  }

  public Path path() {
    return path;
  }

  /// The folder of the local database: data, logs, its lock.
  public Path neo4j() {
    return path.resolve("neo4j");
  }

  public Path journal() {
    return path.resolve("journal");
  }

  public Path deadLetters() {
    return path.resolve("dead-letters");
  }

  /// Where bodies that came over HTTP wait until they are in the graph.
  public Path inbox() {
    return path.resolve("inbox");
  }

  public Path run() {
    return path.resolve("run");
  }

  /// Where processes keep their search indexes: copies of ids and names, which can be thrown away
  /// while none runs.
  public Path search() {
    return path.resolve("search");
  }

  /// Where bytes lie that people attached to cases, by their SHA-256.
  public Path attachments() {
    return path.resolve("attachments");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  /// Where heads of the audit's chain are written down: one a line, only ever appended to.
  public Path auditAnchors() {
    return path.resolve("audit").resolve("anchors.log");
  }

  /// The 32 bytes that seal entries of the audit, in `secrets/audit.key`; made at the first call
  /// and the same ever after.
  public byte[] auditKey() {
    return SiteKeys.audit(secrets);
  }

  /// The site secret and those it followed on: `site.key` and `site.key.old`.
  public SiteSecret site() {
    return SiteKeys.of(secrets, siteSecret());
  }

  /// The secret that is to follow on {@link #site}, in `site.key.next`: made at the first call, and
  /// the same until {@link #endRotation}.
  public SiteSecret nextSite() {
    return site().followedBy(SiteKeys.next(secrets));
  }

  /// Whether a rotation has begun and not ended.
  public boolean isRotating() {
    return Files.exists(secretFile(SiteKeys.NEXT));
  }

  /// Makes {@link #nextSite} the site secret. A call that dies can be made again.
  public void endRotation() {
    SiteKeys.promote(secrets, siteSecret());
  }

  /// The 32 bytes that key every fingerprint and keyed identifier of this home; made at the first
  /// call and the same ever after, also where several processes ask at once.
  public byte[] siteSecret() {
    return SiteKeys.current(secrets);
  }

  /// The key that what is secret of users is sealed under, `access.key`: made at the first call and
  /// the same ever after.
  public AccessKey accessKey() {
    return AccessKey.of(SiteKeys.access(secrets));
  }

  /// A generated password or key of this home, made at the first call: 32 hexadecimal digits in
  /// `secrets/NAME`.
  public String secret(String name) {
    return secrets.get(name, Secrets::randomPassword);
  }

  /// What webhooks are signed with: `whsec_` and 32 random bytes in base64; made at the first call.
  public String webhookSecret() {
    return secrets.get("webhook.secret", () -> "whsec_" + Secrets.randomBase64(32));
  }

  /// The private key that this site signs with, in `secrets/signing.key`: one line, the same ever
  /// after.
  ///
  /// @param generator makes it at the first call
  public String signingKey(Supplier<String> generator) {
    return secrets.get("signing.key", generator);
  }

  /// A secret that somebody else gave out and the operator puts into `secrets/NAME`.
  ///
  /// @throws HomeException if it is not there
  public String givenSecret(String name) {
    return secrets.get(
        name,
        () -> {
          throw new HomeException(
              "there is no " + secrets.file(name) + ": write the password into it, with mode 0600");
        });
  }

  /// Where {@link #secret} keeps it.
  public Path secretFile(String name) {
    return secrets.file(name);
  }

  /// How much may still be written to the disk that holds the home.
  public long usableMegabytes() {
    try {
      return Files.getFileStore(path).getUsableSpace() >> 20;
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }

  static HomeException cannotWrite(Path path, IOException e) {
    if (e instanceof AccessDeniedException) {
      return new HomeException(
          "cannot write to " + path + ": check its owner and mode, or choose another with --home",
          e);
    }
    if (e instanceof FileAlreadyExistsException) {
      return new HomeException(e.getMessage() + " is in the way: it must be a directory", e);
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return new HomeException("cannot write to " + path + ": " + reason, e);
  }
}
