package io.iolaus.api.search;

import java.util.List;

/// What somebody might type to break a search: operators, wildcards, expressions, huge and broken
/// texts.
final class HostileTexts {

  static final List<String> ALL =
      List.of(
          "*",
          "?",
          "*".repeat(600),
          "a*".repeat(300),
          "a ".repeat(300),
          "reserch ".repeat(75),
          "研究".repeat(300),
          "\"acc",
          "acc AND (",
          "acc\" OR type:account",
          "+type:account -id:1",
          "type:account^1000",
          "[a TO z]",
          "{* TO *}",
          "/(a+)+$/",
          "acc~2147483647",
          "\\",
          "\\u0000",
          "\u0000",
          "acc\u0000-1",
          "\ud800",
          "\udfff\ud800 a",
          "\u202eacc-1\u202c",
          "\u0301".repeat(600),
          "\ufdfa".repeat(600),
          "'; MATCH (n) DETACH DELETE n //",
          "$(id)",
          "ip:" + "1.".repeat(290),
          "ip:" + ":".repeat(590),
          "ip:0.0.0.0/99999999999999999999",
          "net:/",
          "ip:-",
          "ip:::/0-::/0",
          "::::",
          "cluster::::",
          "x".repeat(600),
          "9".repeat(600),
          "\ud83e\udd84".repeat(300));

  private HostileTexts() {}
}
