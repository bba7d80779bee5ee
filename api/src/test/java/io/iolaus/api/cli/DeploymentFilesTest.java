package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// No engine is at hand to start the containers, so their files are held against the code.
class DeploymentFilesTest {

  private static final Path ROOT =
      Path.of(System.getProperty("iolaus.root", "..")).toAbsolutePath();

  private final JsonNode compose = new YAMLMapper().readTree(read("docker-compose.yml"));
  private final String dockerfile = read("Dockerfile");
  private final String pom = read("pom.xml");

  @Test
  void databaseImageIsTheVersionTheTestsRunAgainst() {
    assertThat(compose.at("/services/neo4j/image").asString())
        .isEqualTo("neo4j:" + property("neo4j.version") + "-community");
  }

  @Test
  void imagesAreBuiltOnTheJdkTheCodeIsCompiledFor() {
    assertThat(Pattern.compile("(?m)^FROM eclipse-temurin:(\\d+)-").matcher(dockerfile).results())
        .isNotEmpty()
        .allSatisfy(from -> assertThat(from.group(1)).isEqualTo(property("java.version")));
  }

  @Test
  void programImageCarriesTheProjectsVersion() {
    String version = between(pom, "<version>", "</version>").replace("-SNAPSHOT", "");
    assertThat(compose.at("/services/api/image").asString()).isEqualTo("iolaus:" + version);
    assertThat(compose.at("/services/ingest/image").asString()).isEqualTo("iolaus:" + version);
  }

  @Test
  void portsAgreeWithTheServersDefault() {
    String port = String.valueOf(ServerOptions.DEFAULT_PORT);
    assertThat(compose.at("/services/api/ports/0").asString())
        .startsWith("127.0.0.1:")
        .endsWith(":" + port);
    assertThat(dockerfile).contains("EXPOSE " + port);
  }

  @Test
  void theDatabaseIsOnNoPortOfTheHost() {
    assertThat(compose.at("/services/neo4j/ports").isMissingNode()).isTrue();
  }

  @Test
  void thereIsNoDefaultPassword() {
    String text = read("docker-compose.yml");
    assertThat(text).contains("${NEO4J_PASSWORD:?");
    assertThat(Pattern.compile("PASSWORD:-").matcher(text).find()).isFalse();
    assertThat(compose.at("/services/neo4j/environment/NEO4J_AUTH").asString())
        .startsWith("neo4j/${NEO4J_PASSWORD:?");
  }

  @Test
  void variablesOfTheProgramAreOnesTheCodeReads() throws IOException {
    String code = code();
    List<String> set = new ArrayList<>();
    for (String service : List.of("api", "ingest")) {
      set.addAll(compose.at("/services/" + service + "/environment").propertyNames());
    }
    assertThat(set).isNotEmpty().allSatisfy(name -> assertThat(code).contains(name));
  }

  @Test
  void commandsAreOnesTheProgramUnderstands() {
    CommandLine commandLine = new CommandLine(new IolausCommand());
    for (String service : List.of("api", "ingest")) {
      List<String> words = new ArrayList<>();
      compose.at("/services/" + service + "/command").forEach(w -> words.add(w.asString()));
      assertThat(commandLine.getSubcommands()).containsKey(words.getFirst());
      List<String> options = words.stream().filter(w -> w.startsWith("--")).toList();
      assertThat(options)
          .allSatisfy(option ->
              assertThat(
                      commandLine
                          .getSubcommands()
                          .get(words.getFirst())
                          .getCommandSpec()
                          .findOption(option))
                  .as("%s of %s", option, words.getFirst())
                  .isNotNull());
    }
  }

  @Test
  void imageRunsTheJarAndNothingOfTheDatabase() {
    assertThat(dockerfile)
        .contains("/src/api/target/iolaus.jar")
        .doesNotContain("COPY --from=build /src/neo4j-local");
  }

  @Test
  void everyServiceThatStaysUpHasAHealthCheck() {
    assertThat(List.of("neo4j", "api"))
        .allSatisfy(s ->
            assertThat(compose.at("/services/" + s + "/healthcheck/test").size()).isPositive());
  }

  @Test
  void configurationPageNamesEveryVariableTheCodeReads() throws IOException {
    String page = read("docs/configuration.md");
    Matcher names =
        Pattern.compile("(?:getenv\\(\"|\\$\\{)((?:IOLAUS|NEO4J)_[A-Z_]+)").matcher(code());
    List<String> found = names.results().map(r -> r.group(1)).distinct().toList();
    assertThat(found).isNotEmpty().allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder(read("iolaus"));
    for (String module : List.of("api", "cypher", "ingest")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|ya?ml)")).toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    return code.toString();
  }

  private String property(String name) {
    return between(pom, "<" + name + ">", "</" + name + ">");
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  private static String read(String name) {
    try {
      return Files.readString(ROOT.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
