package dev.stint.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.stint.client.Job;
import dev.stint.client.StintClient;
import dev.stint.coordinator.Coordinator;
import dev.stint.coordinator.CoordinatorOptions;
import dev.stint.node.HostPort;
import dev.stint.node.Node;
import dev.stint.node.NodeOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard in a real browser, with a job that runs and tasklets that have moved. */
@Timeout(180)
class DashboardIT {
  /** How long a busy machine may take to show what a test waits for. */
  private static final double SLOWEST_MILLIS = 120_000;

  private static final List<String> PAGES =
      List.of("overview", "map", "nodes", "jobs", "moves", "events");

  @TempDir static Path data;

  private static final List<AutoCloseable> parts = new ArrayList<>();
  private static final List<String> complaints = new ArrayList<>();
  private static Coordinator coordinator;
  private static Browser browser;
  private static String failed;

  @BeforeAll
  static void start() throws Exception {
    Path chromium = Path.of("/usr/bin/chromium");
    String missing =
        "the dashboard's browser test did not run: no Chromium is at /usr/bin/chromium (install"
            + " chromium)";
    if (System.getenv("STINT_TEST_EVERYTHING") != null) {
      assertThat(chromium).as(missing).exists();
    }
    assumeTrue(Files.exists(chromium), missing);
    startCluster();
    Playwright playwright =
        closing(
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    browser =
        closing(
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(
                            List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"))));
  }

  private static void startCluster() throws Exception {
    coordinator =
        closing(
            Coordinator.start(
                CoordinatorOptions.parse(
                    "--data",
                    data.resolve("coordinator").toString(),
                    "--listen",
                    "127.0.0.1:0",
                    "--http",
                    "127.0.0.1:0")));
    HostPort where = HostPort.parse(coordinator.address(), 0);
    for (int i = 1; i <= 3; i++) {
      String name = "node-" + i;
      closing(Node.start(NodeOptions.local(name, where, data.resolve(name))));
    }
    StintClient client = closing(StintClient.connect(coordinator.address()));
    Job<Object> bad = client.submit("import-prices", WanderingJobs::fail);
    failed = bad.id().toString();
    bad.toCompletableFuture().handle((value, failure) -> failure).join();
    client.submit("wander", WanderingJobs::wander);
  }

  private static <T extends AutoCloseable> T closing(T part) {
    parts.add(part);
    return part;
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable part : parts.reversed()) {
      part.close();
    }
  }

  private static Page open(ColorScheme scheme) {
    Page page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.NO_PREFERENCE)
                    .setViewportSize(1360, 900))
            .newPage();
    page.setDefaultTimeout(SLOWEST_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(SLOWEST_MILLIS);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate("http://" + coordinator.httpAddress() + "/");
    return page;
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Repository.root()
                    .resolve("integration-tests/target/screenshots/" + name + ".png")));
  }

  @Test
  void every_page_shows_the_running_cluster_in_light_and_dark() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = open(scheme);
      String suffix = "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
      assertThat(page.locator("[role=status]")).hasText("live");
      page.waitForFunction("() => /[1-9]\\d* in all/.test(document.body.innerText)");
      for (String name : PAGES) {
        page.locator("nav a[href='#/" + name + "']").click();
        assertThat(page.locator("main[data-page=" + name + "] h1")).isVisible();
        assertThat(page.locator("nav a[aria-current=page]")).hasAttribute("href", "#/" + name);
        shoot(page, name + suffix);
      }
      page.navigate("http://" + coordinator.httpAddress() + "/#/jobs/" + failed);
      assertThat(page.locator("main")).containsText("line 17 has no price");
      assertThat(page.locator("main")).containsText("reading prices");
      shoot(page, "job" + suffix);
      page.context().close();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_dot_flies_from_box_to_box_when_its_tasklet_moves() {
    Page page = open(ColorScheme.LIGHT);
    page.locator("nav a[href='#/map']").click();
    page.waitForFunction("() => document.querySelectorAll('circle').length > 20");
    page.evaluate(
        """
        () => { window.kept = new Map([...document.querySelectorAll('circle')]
          .map(dot => [dot, dot.dataset.node])); }\
        """);
    page.waitForFunction(
        "() => [...kept].some(([dot, node]) => dot.isConnected && dot.dataset.node !== node)");
    page.context().close();
  }
}
