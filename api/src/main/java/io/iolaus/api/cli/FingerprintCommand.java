package io.iolaus.api.cli;

import io.iolaus.core.prompt.Fingerprints;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.source.Content;
import io.iolaus.ingest.source.FileKind;
import io.iolaus.ingest.source.WideText;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `iolaus fingerprint`: takes the text of prompts out of data before it travels. Needs no
/// database.
@Command(
    name = "fingerprint",
    description = {
      "Prints the keyed fingerprint of a prompt, for the field `fingerprint` of events.",
      "Reads standard input or files, plain or compressed (.gz, .zst): each is one",
      "prompt; with --ndjson, or by its name (*.ndjson, *.jsonl), event lines.",
      "Made under the key of the home, or of --key; says which on standard error."
    })
final class FingerprintCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Option(
      names = "--ndjson",
      description = {
        "Take event lines instead, and print them with `fingerprint` in place of `prompt`;",
        "`system` is left out, as it has no fingerprint of its own."
      })
  private boolean ndjson;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = {
        "The site's key, a copy of secrets/site.key of the home that loads the events:",
        "fingerprints under different keys never meet. No home is needed then."
      })
  private @Nullable Path key;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files; - is standard input.")
  private List<String> files = List.of();

  @Override
  public Integer call() throws Exception {
    SiteSecret secret = secret();
    PromptSketcher sketcher = new PromptSketcher(secret);
    Fingerprints fingerprints = new Fingerprints(secret);
    for (String file : files.isEmpty() ? List.of("-") : files) {
      boolean events = ndjson || isEvents(file);
      try (InputStream in = open(file)) {
        if (events) {
          rewrite(in, file, sketcher, fingerprints);
        } else {
          String prompt = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          print(fingerprints.encode(sketcher.sketch(prompt)));
        }
      }
    }
    System.out.flush();
    Console.say("made under key " + Fingerprints.keyId(secret));
    return 0;
  }

  private SiteSecret secret() throws IOException {
    if (key != null) {
      return KeyFile.read(key);
    }
    boolean known = Files.exists(options.homePath().resolve("secrets").resolve("site.key"));
    Home home = options.home();
    SiteSecret secret = home.site();
    if (!known) {
      Console.say(
          home.secretFile("site.key")
              + " is new: a site takes these fingerprints only under this very key (--key FILE"
              + " uses a copy of the site's)");
    }
    return secret;
  }

  private static InputStream open(String file) throws IOException {
    if (!file.equals("-") && Files.isDirectory(Path.of(file))) {
      throw new CommandException(file + " is a directory: name the files in it");
    }
    InputStream stored = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    BufferedInputStream in = new BufferedInputStream(Content.decompressed(stored));
    in.mark(WideText.HEAD_BYTES);
    WideText.refuse(name(file), in.readNBytes(WideText.HEAD_BYTES));
    in.reset();
    return in;
  }

  private static String name(String file) {
    return file.equals("-") ? "standard input" : file;
  }

  private static boolean isEvents(String file) {
    FileKind kind = file.equals("-") ? FileKind.OTHER : FileKind.of(Path.of(file));
    if (kind == FileKind.CSV) {
      throw new CommandException(
          file + " is CSV by its name: write its rows as event lines first (docs/events.md)");
    }
    return kind == FileKind.NDJSON;
  }

  private static void rewrite(
      InputStream in, String file, PromptSketcher sketcher, Fingerprints fingerprints)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    @Nullable String line;
    for (long number = 1; (line = lines.readLine()) != null; number++) {
      if (line.isBlank()) {
        continue;
      }
      ObjectNode event = object(line, file, number);
      @Nullable JsonNode prompt = event.remove("prompt");
      event.remove("system");
      if (prompt != null && prompt.isString()) {
        event.put("fingerprint", fingerprints.encode(sketcher.sketch(prompt.stringValue())));
      }
      print(JSON.writeValueAsString(event));
    }
  }

  private static ObjectNode object(String line, String file, long number) {
    try {
      if (JSON.readTree(line) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      // The parser's own message would quote the line, which may hold a prompt.
      throw notJson(file, number);
    }
    throw notJson(file, number);
  }

  private static CommandException notJson(String file, long number) {
    return new CommandException(name(file) + ", line " + number + " is no JSON object");
  }

  private static void print(String line) {
    PrintStream out = System.out;
    out.print(line + "\n");
  }
}
