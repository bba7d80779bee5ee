package io.iolaus.api.ui;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/// One page with everything its console complained about. Motion is off, so that a click finds a
/// node where it was drawn.
final class Window implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Window(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text() + " (" + message.location() + ")");
      }
    });
    page.onPageError(complaints::add);
  }

  static Window open(
      com.microsoft.playwright.Browser chromium, String baseUrl, ColorScheme colours) {
    return new Window(
        chromium.newContext(
            new NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(1280, 800)
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE)));
  }

  Page page() {
    return page;
  }

  /// Errors of the console since the last call.
  List<String> takeComplaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  @Override
  public void close() {
    context.close();
  }
}
