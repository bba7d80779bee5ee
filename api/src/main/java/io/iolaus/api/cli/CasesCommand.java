package io.iolaus.api.cli;

import io.iolaus.sharing.archive.ArchiveVerifier;
import io.iolaus.sharing.archive.ArchiveVerifier.RefusedException;
import io.iolaus.sharing.archive.ArchiveVerifier.Verified;
import io.iolaus.sharing.sign.SigningKey;
import io.iolaus.sharing.sign.VerificationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `iolaus cases`: archives of cases that were handed over.
@Command(
    name = "cases",
    description = "Archives of cases: verify one, or print the key that this site signs with.")
final class CasesCommand implements Runnable {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "verify",
      description = {
        "Verifies an archive with nothing but the archive: neither a home nor a database is"
            + " needed.",
        "Prints its files with their SHA-256. Ends with 1 where anything in it was changed, or",
        "where it is signed with another key than --key."
      })
  int verify(
      @Parameters(paramLabel = "FILE", description = "The archive.") Path file,
      @Option(
              names = "--key",
              paramLabel = "KEY",
              description =
                  "Whose it must be: the file that `iolaus cases key` wrote there, or its"
                      + " thumbprint.")
          @Nullable String key)
      throws IOException {
    String expected = key == null ? null : thumbprint(key);
    Verified verified;
    try {
      verified = ArchiveVerifier.verify(file);
    } catch (RefusedException e) {
      Console.say(file + " is refused: " + e.getMessage());
      return Program.FAILED;
    } catch (NoSuchFileException e) {
      throw new CommandException("there is no file " + file);
    }
    String signer = verified.key().thumbprint();
    if (expected != null && !expected.equals(signer)) {
      Console.say(
          file
              + " is refused: it is whole, but signed with the key "
              + signer
              + ", not "
              + expected);
      return Program.FAILED;
    }
    verified
        .manifest()
        .files()
        .forEach(one -> System.out.println(one.sha256() + "," + one.bytes() + "," + one.name()));
    System.out.flush();
    Map<String, Object> about = verified.manifest().about();
    Console.say(
        "%s, handed over by %s at %s: whole"
            .formatted(about.get("case"), about.get("by"), about.get("at")));
    Console.say(
        expected == null
            ? "signed with the key " + signer + ": ask whoever handed it over whether it is theirs"
            : "signed with the key that was asked for");
    return 0;
  }

  private static String thumbprint(String key) throws IOException {
    if (!Files.isRegularFile(Path.of(key))) {
      return key;
    }
    try {
      return VerificationKey.parse(Files.readString(Path.of(key))).thumbprint();
    } catch (IllegalArgumentException e) {
      throw new CommandException(key + " is " + e.getMessage());
    }
  }

  @Command(
      name = "key",
      description = {
        "Prints the public key that this site signs with, as JWK, and on standard error its",
        "thumbprint: give either to those who are to verify."
      })
  int key() {
    SigningKey key =
        SigningKey.parse(options.home().signingKey(() -> SigningKey.generate().json()));
    System.out.println(key.verification().json());
    System.out.flush();
    Console.say("thumbprint " + key.verification().thumbprint());
    return 0;
  }
}
