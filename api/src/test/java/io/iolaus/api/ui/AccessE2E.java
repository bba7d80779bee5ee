package io.iolaus.api.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.core.access.Totp;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// How somebody gets in who was not there before, in a real browser: made by an administrator, with
/// a password for one login, a duty to set up a second factor, and from then on with its codes.
@BrowserTest
@Neo4jTest
class AccessE2E {

  private static final String ENROLS = "iolaus.security.second-factor-roles";
  private static final String OWN = "walnut tractor seven lakes";
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofSeconds(30);

  private static IolausServer server;
  private static String password;
  private static Browser browser;

  private Window window;
  private Page page;

  @BeforeAll
  static void serve(Driver driver, Home home) {
    System.setProperty(ENROLS, "lead");
    try {
      server =
          IolausServer.start(
              driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    } finally {
      System.clearProperty(ENROLS);
    }
    password = home.secret("admin.password");
    browser = Browser.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() {
    window = browser.open(server.url(), ColorScheme.LIGHT);
    page = window.page();
    page.navigate("/");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aNewUserGetsInWithAPasswordOfItsOwnAndASecondFactor() {
    signIn("admin", password);
    assertSignedIn();
    String first = addUser("ann", "lead");
    signOut();

    signIn("ann", first);
    page.getByLabel("Current password").waitFor();
    assertAccessible("new password");
    page.getByLabel("Current password").fill(first);
    page.getByLabel("New password", exactly()).fill(OWN);
    page.getByLabel("New password again").fill(OWN);
    press("Change password");

    Locator key = page.getByLabel("Key", exactly());
    key.waitFor();
    // A reload in the middle comes back to the step, with another key.
    page.reload();
    key.waitFor();
    assertAccessible("enrolment");
    Totp device = Totp.of(key.innerText().replaceAll("\\s", ""));
    Instant used = Instant.now();
    giveCode(device.code(used));

    assertThat(page.getByLabel("Recovery codes").getByRole(AriaRole.LISTITEM)).hasCount(10);
    assertAccessible("recovery codes");
    String recovery =
        page.getByLabel("Recovery codes").getByRole(AriaRole.LISTITEM).first().innerText();
    page.getByLabel("I have kept them").check();
    press("Continue");
    assertSignedIn();
    assertThat(page.getByRole(AriaRole.LINK, named("Users"))).hasCount(0);

    page.getByRole(AriaRole.LINK, named("Account")).click();
    assertThat(page.getByLabel("Second factor")).containsText("On");
    page.getByText("No tokens").waitFor();
    assertAccessible("account");
    signOut();

    signIn("ann", OWN);
    page.getByLabel("Code", exactly()).waitFor();
    assertAccessible("second factor");
    giveCode(device.code(used));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("used before");
    // The server takes a code of the next step already, so nobody has to wait for it.
    giveCode(device.code(used.plus(STEP)));
    assertSignedIn();
    signOut();

    signIn("ann", OWN);
    press("Use a recovery code");
    page.getByLabel("Recovery code").fill(recovery);
    press("Continue");
    assertSignedIn();
  }

  @Test
  void aTokenIsShownOnceAndRevoked() {
    signIn("admin", password);
    assertSignedIn();
    page.getByRole(AriaRole.LINK, named("Account")).click();
    press("New token");
    page.getByLabel("What it is for").fill("nightly export");
    page.locator("input[value='viewer']").check();
    assertAccessible("new token");
    press("Make token");
    assertThat(page.locator(".once output")).containsText("iol_");
    press("I have it");
    assertThat(page.locator(".once")).hasCount(0);
    Locator row = page.locator("tbody tr");
    assertThat(row).containsText("Good");
    press("Revoke nightly export");
    press("Revoke");
    assertThat(row).containsText("Revoked");
  }

  private String addUser(String name, String role) {
    page.getByRole(AriaRole.LINK, named("Users")).click();
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertAccessible("users");
    press("Add a user");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Name").fill(name);
    dialog.locator("input[value='" + role + "']").check();
    assertAccessible("adding a user");
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add")).click();
    String given = dialog.locator("output").innerText();
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I have it")).click();
    assertThat(page.locator("tbody tr")).hasCount(2);
    press("Change " + name);
    page.getByRole(AriaRole.DIALOG).waitFor();
    assertAccessible("changing a user");
    press("Close");
    return given;
  }

  private void signIn(String name, String with) {
    page.getByLabel("User name").fill(name);
    page.getByLabel("Password").fill(with);
    press("Sign in");
  }

  private void signOut() {
    page.getByTitle("Sign out").click();
    page.getByLabel("User name").waitFor();
  }

  private void giveCode(String code) {
    page.getByLabel("Code", exactly()).fill(code);
    page.getByLabel("Code", exactly()).press("Enter");
  }

  private void assertSignedIn() {
    assertThat(page.getByRole(AriaRole.HEADING, named("Clusters"))).isVisible();
  }

  /// The button of just this name: "Revoke" is not "Revoke nightly export".
  private void press(String name) {
    page.getByRole(AriaRole.BUTTON, named(name).setExact(true)).click();
  }

  private void assertAccessible(String name) {
    List<Rule> violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
    assertThat(violations)
        .as("axe on %s", name)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
