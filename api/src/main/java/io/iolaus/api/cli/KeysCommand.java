package io.iolaus.api.cli;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.prompt.Fingerprints;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.rotate.KeyRotation;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `iolaus keys`: which site secrets a home holds, and a new one in place of the present.
@Command(
    name = "keys",
    description = {
      "Prints the ids of the site's keys, the one in use first. `keys rotate` makes a new one.",
      "A fingerprint shows the id of its key: p1.ID.…"
    })
final class KeysCommand implements Runnable {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Override
  public void run() {
    Optional<SiteSecret> secret = Optional.of(options.home().site());
    for (String use = "in use"; secret.isPresent(); use = "accepted") {
      System.out.print(Fingerprints.keyId(secret.get()) + "," + use + "\n");
      secret = secret.get().earlier();
    }
    System.out.flush();
  }

  @Command(
      name = "rotate",
      description = {
        "Makes a new site key, and renews in the graph what was keyed with the old one.",
        "Stop every worker first. What breaks off is ended by giving the command again.",
        "Afterwards copy secrets/site.key and site.key.old to the homes of other workers, and",
        "site.key to whoever runs `iolaus fingerprint`."
      })
  int rotate() throws Exception {
    Home home = options.home();
    try (Workspace workspace = Workspace.openExisting(options)) {
      KeyRotation rotation = new KeyRotation(new GraphWriter(workspace.driver()), home);
      long count =
          CommandAudit.of(AuditAct.ROTATE_KEY, "", "")
              .around(
                  workspace,
                  () -> rotation.rotate(done -> Console.say("renewed " + done + " identifiers")));
      Console.say(
          String.format(
              Locale.ROOT,
              "key %s is in use; renewed %,d identifiers; fingerprints under earlier keys are still"
                  + " accepted",
              Fingerprints.keyId(home.site()),
              count));
    }
    return 0;
  }
}
