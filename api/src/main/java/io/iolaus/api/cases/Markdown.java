package io.iolaus.api.cases;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/// Turns markdown (CommonMark) into HTML that may stand in a page whoever wrote it.
///
/// What is HTML in the text is shown as text. What the renderer makes goes through a sanitizer that
/// lets a few elements through and nothing else, so that a flaw of one is caught by the other. No
/// images and nothing that is fetched: who reads a case must not be seen doing so. Links lead to
/// `http` and `https` alone. May be shared by threads.
final class Markdown {

  /// Deeper than people nest; what is deeper is shown as it was written.
  private static final int MAX_DEPTH = 50;

  private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(MAX_DEPTH).build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "br",
              "hr",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "em",
              "strong",
              "code",
              "pre",
              "blockquote",
              "ul",
              "ol",
              "li",
              "a")
          .allowAttributes("href")
          // Not relative: a link to this program could be one that does something.
          .matching(Pattern.compile("(?i)https?://[^/\\\\\\s][^\\s]*"))
          .onElements("a")
          .allowUrlProtocols("http", "https")
          .allowAttributes("start")
          .matching(Pattern.compile("\\d{1,9}"))
          .onElements("ol")
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
          .toFactory();

  private Markdown() {}

  /// The HTML of a text, a fragment of blocks.
  static String html(String text) {
    Node document = PARSER.parse(text);
    if (depth(document) > MAX_DEPTH) {
      return "<pre>" + HtmlUtils.htmlEscape(text) + "</pre>";
    }
    document.accept(new ImagesAsTexts());
    return POLICY.sanitize(RENDERER.render(document));
  }

  /// How deep nodes lie, found without going into them: rendering does, and has a stack that ends.
  private static int depth(Node root) {
    int depth = 0;
    int deepest = 0;
    Node node = root;
    while (true) {
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        deepest = Math.max(deepest, ++depth);
        continue;
      }
      while (depth > 0 && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      if (depth == 0) {
        return deepest;
      }
      node = node.getNext();
    }
  }

  /// An image is what is said of it.
  private static final class ImagesAsTexts extends AbstractVisitor {
    @Override
    public void visit(Image image) {
      visitChildren(image);
      Node at = image;
      while (image.getFirstChild() != null) {
        Node child = image.getFirstChild();
        at.insertAfter(child);
        at = child;
      }
      image.unlink();
    }
  }
}
