package io.iolaus.api.cli;

import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.api.cli.output.UserTable;
import io.iolaus.api.security.PasswordHashes;
import io.iolaus.api.security.RoleNames;
import io.iolaus.core.access.Passwords;
import io.iolaus.core.access.UserRole;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.access.SecondFactorStore;
import io.iolaus.cypher.access.UserOutcome;
import io.iolaus.cypher.access.UserRow;
import io.iolaus.cypher.access.UserState;
import io.iolaus.cypher.access.UserStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus users`: who may use the installation. Whoever runs it on the home's machine needs no
/// login: this is the way back in.
@Command(
    name = "users",
    description = {
      "Prints who may use the installation.",
      "Passwords are generated, printed once, and must be changed at the first login."
    })
final class UsersCommand implements Callable<Integer> {

  private static final String ROLES = "Roles, with commas between.";

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      UserTable.print(
          users(workspace).page(Integer.MAX_VALUE - 1, null).items(), System.out, format);
    }
    return 0;
  }

  @Command(name = "add", description = "Makes a user, and prints a password for one login.")
  int add(
      @Parameters(index = "0", paramLabel = "NAME") String name,
      @Option(
              names = "--roles",
              split = ",",
              required = true,
              paramLabel = "ROLE",
              description = ROLES)
          List<String> roles,
      @Option(
              names = "--sign-on",
              description = "The site's identity provider says who it is: there is no password.")
          boolean signOn)
      throws Exception {
    Set<UserRole> given = RoleNames.roles("--roles", roles);
    if (signOn) {
      return change(
          AuditAct.ADD_USER, name, null, users -> users.addForSignOn(name, given, null, by()));
    }
    String password = Passwords.generated();
    return change(
        AuditAct.ADD_USER,
        name,
        password,
        users -> users.add(name, given, new PasswordHashes().hash(password), by()));
  }

  @Command(name = "roles", description = "Gives a user other roles. Its sessions end.")
  int roles(
      @Parameters(index = "0", paramLabel = "NAME") String name,
      @Parameters(
              index = "1..*",
              split = ",",
              paramLabel = "ROLE",
              arity = "1..*",
              description = ROLES)
          List<String> roles)
      throws Exception {
    return change(
        AuditAct.CHANGE_USER,
        name,
        null,
        users -> users.change(name, RoleNames.roles("roles", roles), null, null, by()));
  }

  @Command(name = "disable", description = "Keeps a user out, its tokens too.")
  int disable(@Parameters(index = "0", paramLabel = "NAME") String name) throws Exception {
    return change(
        AuditAct.CHANGE_USER,
        name,
        null,
        users -> users.change(name, null, UserState.DISABLED, null, by()));
  }

  @Command(name = "enable", description = "Lets a user in again; `admin` as well.")
  int enable(@Parameters(index = "0", paramLabel = "NAME") String name) throws Exception {
    return change(
        AuditAct.CHANGE_USER,
        name,
        null,
        users -> users.change(name, null, UserState.ACTIVE, null, by()));
  }

  @Command(name = "reset-password", description = "Prints a password for one login.")
  int resetPassword(@Parameters(index = "0", paramLabel = "NAME") String name) throws Exception {
    String password = Passwords.generated();
    return change(
        AuditAct.RESET_PASSWORD,
        name,
        password,
        users -> users.password(name, new PasswordHashes().hash(password), true, by()));
  }

  @Command(
      name = "second-factor-off",
      description = "Takes a user's second factor away, for whom the device is lost.")
  int secondFactorOff(@Parameters(index = "0", paramLabel = "NAME") String name) throws Exception {
    try (Workspace workspace = Workspace.openExisting(options)) {
      UserStore users = users(workspace);
      SecondFactorStore factors =
          new SecondFactorStore(
              workspace.driver(), users, workspace.home().accessKey(), Clock.systemUTC());
      CommandAudit.of(AuditAct.REMOVE_SECOND_FACTOR, "user", name)
          .around(workspace, () -> said(factors.off(name, by())));
    }
    return 0;
  }

  /// @param password to print if it is done
  private int change(
      AuditAct act, String name, @Nullable String password, Function<UserStore, UserOutcome> change)
      throws Exception {
    try (Workspace workspace = Workspace.openExisting(options)) {
      CommandAudit.of(act, "user", name)
          .around(workspace, () -> said(change.apply(users(workspace))));
      if (password != null) {
        System.out.println(password);
      }
    }
    return 0;
  }

  static UserStore users(Workspace workspace) {
    return new UserStore(workspace.driver(), workspace.home().accessKey(), Clock.systemUTC());
  }

  private static UserRow said(UserOutcome outcome) {
    UserRow user =
        switch (outcome) {
          case UserOutcome.Done(UserRow done) -> done;
          case UserOutcome.Unknown(String name) ->
              throw new CommandException(
                  "there is no user " + name + ": `iolaus users` lists those there are");
          case UserOutcome.NameTaken(String name) ->
              throw new CommandException("there is or was a user " + name + " already");
          case UserOutcome.Changed(UserRow row) ->
              throw new CommandException(row.name() + " was changed meanwhile: try again");
          case UserOutcome.LastAdministrator(String name) ->
              throw new CommandException(
                  name + " is the last active administrator: make another one first");
        };
    Console.say(
        "%s is %s, with %s"
            .formatted(
                user.name(),
                user.state().text(),
                String.join(", ", user.roles().stream().sorted().map(UserRole::text).toList())));
    return user;
  }

  /// Nobody is logged in here: the machine knows who it is.
  private static String by() {
    return System.getProperty("user.name") + " (command line)";
  }
}
