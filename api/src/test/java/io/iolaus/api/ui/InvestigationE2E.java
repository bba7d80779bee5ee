package io.iolaus.api.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// What an analyst does first, in a real browser: sign in, open the largest cluster, look at its
/// links and at the evidence.
@BrowserTest
@Neo4jTest
class InvestigationE2E {

  private static final String RING = "#/cluster/c-ring";
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /// Software drawing on two busy cores takes its time.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static IolausServer server;
  private static String password;
  private static Browser browser;

  private Window window;
  private Page page;

  @BeforeAll
  static void serve(Driver driver, Home home) throws IOException {
    try (InputStream graph = InvestigationE2E.class.getResourceAsStream("small-graph.cypher");
        Session session = driver.session()) {
      session.run(new String(graph.readAllBytes(), StandardCharsets.UTF_8)).consume();
    }
    // Not the detectors: they would judge the small graph again while it is looked at.
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
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
    open(ColorScheme.LIGHT);
  }

  private void open(ColorScheme colours) {
    window = browser.open(server.url(), colours);
    page = window.page();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void leadsFromTheLoginToTheEvidence() {
    signIn();
    page.getByRole(AriaRole.BUTTON, named("Accounts")).click();
    assertThat(page.locator("tbody tr").first()).containsText("Alder Research");
    page.locator("tbody tr").first().click();

    assertThat(page.getByRole(AriaRole.HEADING, named("c-ring"))).isVisible();
    Chart chart = new Chart(page);
    chart.waitUntilDrawn();
    assertThat(chart.colourAt("account:acc-00")).as("a labelled account").isEqualTo("#0072b2");
    assertThat(chart.colourAt("payment:processor:pi_0")).as("a card").isEqualTo("#e69f00");

    chart.click("ip:203.0.113.1");
    assertThat(page.locator(".selection h2")).hasText("203.0.113.1");
    assertThat(page.locator(".said")).containsText("203.0.113.1, address, 3 links on the chart");

    int before = chart.nodes();
    chart.doubleClick("ip:203.0.113.1");
    assertThat(page.locator(".said")).containsText("Added 1 node");
    assertThat(chart.nodes()).isEqualTo(before + 1);

    page.getByRole(AriaRole.TAB, named("Evidence")).click();
    assertThat(page.locator("#side-panel")).containsText("Why together");
    assertThat(page.locator("#side-panel")).containsText("Without it: linked 0.71");
    assertThat(page.locator(".discounted")).containsText("mixed users: only 14 %");
    assertThat(window.takeComplaints()).isEmpty();
  }

  @Test
  void theChartCanBeUsedWithTheKeyboardAlone() {
    signIn();
    go(RING);
    Chart chart = new Chart(page);
    chart.waitUntilDrawn();
    page.locator(".chart-canvas").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".selection h2")).isVisible();
    page.keyboard().press("h");
    assertThat(page.getByText("Show what is hidden")).isVisible();
    page.keyboard().press("Control+z");
    assertThat(page.getByText("Show what is hidden")).isHidden();
  }

  @Test
  void membersAreListedWithTheirFacets() {
    signIn();
    go(RING + "?tab=members");
    assertThat(page.locator("tbody tr")).hasCount(12);
    assertThat(page.locator("tbody tr").first().getByLabel("Facets: payment, network, prompt"))
        .isVisible();
    page.getByRole(AriaRole.BUTTON, named("acc-00")).click();
    assertThat(page.locator(".selection h2")).hasText("acc-00");
    assertThat(page.getByLabel("Why it is a member")).containsText("14 bits");
  }

  @Test
  void searchFindsAnAccountByItsId() {
    signIn();
    page.keyboard().press("/");
    page.keyboard().type("acct:acc-07");
    page.getByRole(AriaRole.OPTION).first().waitFor();
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.HEADING, named("acc-07"))).isVisible();
  }

  @Test
  void anExpiredSessionKeepsThePage() {
    signIn();
    go(RING);
    new Chart(page).waitUntilDrawn();
    page.context().clearCookies();
    page.getByRole(AriaRole.TAB, named("Members")).click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Your session has expired");
    page.getByRole(AriaRole.DIALOG).getByLabel("Password").fill(password);
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator("tbody tr")).hasCount(12);
  }

  @Test
  void aWrongPasswordIsSaidPlainly() {
    page.navigate("/");
    page.getByLabel("User name").fill("admin");
    page.getByLabel("Password").fill("not " + password);
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("User name or password is wrong.");
  }

  @Test
  void onlyOwnScriptsAndStylesMayRun() {
    Response answer = page.navigate("/");
    assertThat(answer.headerValue("content-security-policy"))
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-inline", "unsafe-eval", "*", "http:");
  }

  @Test
  void theInterfaceCanBeBrowsed() {
    signIn();
    page.navigate("/openapi/ui");
    assertThat(page.locator(".opblock-tag").first()).isVisible();
    assertThat(page.locator("#operations-events-take")).containsText("/api/v1/events");
    assertThat(window.takeComplaints()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyPageIsAccessible(ColorScheme colours) {
    window.close();
    open(colours);
    page.navigate("/");
    page.getByLabel("User name").waitFor();
    assertAccessible("login");
    signIn();
    page.locator("tbody tr").first().waitFor();
    assertAccessible("queue");
    go(RING);
    Chart chart = new Chart(page);
    chart.waitUntilDrawn();
    assertAccessible("cluster, evidence");
    chart.click("account:acc-00");
    page.getByLabel("Known facts").waitFor();
    assertAccessible("cluster, selection");
    go(RING + "?tab=members");
    page.locator("tbody tr").first().waitFor();
    assertAccessible("cluster, members");
    go(RING + "?tab=attribution");
    page.locator(".hypothesis").first().waitFor();
    page.getByLabel("Evidence and hypotheses").waitFor();
    assertAccessible("cluster, attribution");
    go("#/entity/account/acc-00");
    page.locator("tbody tr").first().waitFor();
    assertAccessible("entity");
    go("#/detectors/shared-instrument");
    page.locator("tbody tr").first().waitFor();
    assertAccessible("detectors");
    assertThat(window.takeComplaints()).isEmpty();
  }

  private void signIn() {
    page.navigate("/");
    page.getByLabel("User name").fill("admin");
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    page.getByRole(AriaRole.HEADING, named("Clusters")).waitFor();
    // To be asked who one is, and to be nobody yet, is no error; Chromium's console counts every
    // 401 as one.
    assertThat(window.takeComplaints())
        .allSatisfy(complaint -> assertThat(complaint).contains("401", "/api/v1/session"));
  }

  private void go(String hash) {
    page.navigate("/" + hash);
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
}
