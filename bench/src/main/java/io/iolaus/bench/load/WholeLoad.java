package io.iolaus.bench.load;

import com.github.luben.zstd.ZstdOutputStream;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Compressed files into the graph by the program itself, its database included, as a user would do
/// it; with the memory its processes take.
///
/// Arguments: the script that starts the program, then loads: a number of millions is so many
/// exchanges of a campaign, with `t` behind it prompts come as texts; `whole` is the largest
/// disclosed campaign and its population (28.8 and 100 million) in two files, `whole/N` the N-th
/// part of both, accounts and exchanges.
public final class WholeLoad {

  private static final long MILLION = 1_000_000;
  private static final double CAMPAIGN = 28.8;
  private static final long POPULATION_LINES = 100 * MILLION;
  private static final int POPULATION_ACCOUNTS = 600_000;

  private final String script;
  private final Path folder;
  private double firstRate;

  private WholeLoad(String script, Path folder) {
    this.script = script;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      throw new IllegalArgumentException(
          "wanted: SCRIPT LOAD…, a LOAD is MILLIONS, `whole` or `whole/N`");
    }
    Path folder = Files.createTempDirectory("iolaus-load-");
    try {
      WholeLoad bench = new WholeLoad(Path.of(args[0]).toAbsolutePath().toString(), folder);
      for (int i = 1; i < args.length; i++) {
        bench.measure(args[i]);
      }
    } finally {
      FileTree.delete(folder);
    }
  }

  private void measure(String load) throws IOException, InterruptedException {
    Home home = Home.at(folder.resolve("home"));
    SiteSecret secret = SiteSecret.of(home.siteSecret());
    boolean texts = load.endsWith("t");
    List<CampaignLines.Shape> shapes = shapes(load.replaceFirst("t$", ""));
    List<String> command =
        new ArrayList<>(List.of(script, "--home", home.path().toString(), "ingest"));
    long bytes = 0;
    long lines = 0;
    for (CampaignLines.Shape shape : shapes) {
      Path file = folder.resolve("lines-" + shape.seed() + ".ndjson.zst");
      write(file, texts ? new CampaignLines(shape) : new CampaignLines(shape, secret));
      command.add(file.toString());
      bytes += Files.size(file);
      lines += shape.lines();
    }
    System.out.printf(Locale.ROOT, "%s: %,d lines in %,d MB%n", load, lines, bytes >> 20);
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).inheritIO().start();
    PeakMemory memory = new PeakMemory();
    int status = memory.await(process);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 0) {
      throw new IOException("the load ended with status " + status);
    }
    double rate = lines / seconds;
    firstRate = firstRate == 0 ? rate : firstRate;
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s, %,.0f lines/s, %.2f times the time a line took in the first load; %s%n",
        load,
        seconds,
        rate,
        firstRate / rate,
        memory);
    FileTree.delete(home.path());
  }

  private static List<CampaignLines.Shape> shapes(String load) {
    if (!load.startsWith("whole")) {
      long lines = Math.round(Double.parseDouble(load) * MILLION);
      return List.of(CampaignLines.Shape.campaign(lines));
    }
    int share = load.equals("whole") ? 1 : Integer.parseInt(load.substring("whole/".length()));
    return List.of(
        CampaignLines.Shape.campaign(Math.round(CAMPAIGN * MILLION / share)),
        new CampaignLines.Shape(POPULATION_ACCOUNTS / share, POPULATION_LINES / share, 18, 2));
  }

  private static void write(Path file, CampaignLines lines) throws IOException {
    try (OutputStream out =
        new ZstdOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20), 1)) {
      lines.writeTo(out);
    }
  }
}
