package io.iolaus.cypher.detector.safety;

import io.iolaus.cypher.detector.safety.Narrowing.Impossible;
import io.iolaus.cypher.detector.safety.Narrowing.Possible;
import io.iolaus.cypher.detector.safety.Narrowing.Uses;
import io.iolaus.cypher.detector.safety.Token.Kind;
import io.iolaus.cypher.detector.safety.TokenCursor.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The two shapes of statements that can be run for some shared things alone.
///
///     MATCH (v:Label) [WHERE fixed]                      MATCH (v:Label) [WHERE fixed]
///     CALL (v) {                                         WITH v.prefix AS g, collect(v) AS vs [WHERE many]
///       MATCH (v)<-[r:TYPE]-(a:Account) [WHERE plain]    CALL (vs) {
///       RETURN collect(a) AS members, …                    UNWIND vs AS v
///     }                                                    MATCH (v)<-[r:TYPE]-(a:Account) [WHERE plain]
///     [WITH v, members, … WHERE enough]                    RETURN collect(a) AS members, count(DISTINCT v) AS used, …
///     RETURN v.id AS key, …, members                     }
///                                                        [WITH g, members, used, … WHERE enough]
///                                                        RETURN g AS key, …, members
///
/// **What is to be shown.** Some accounts changed, and are asked about with the keys of all links
/// that they were members of and of all things that they are next to. Then a thing that is not
/// asked about has the row that it had, or none as before.
///
/// **Why it is so.** Call a match of the inner pattern that passes `plain` a *use*. `fixed` reads
/// what never changes of a thing, `plain` reads that, the relationship and the account; so a use by
/// an account that did not change is as it was. All that is returned of a thing is made of its uses,
/// and `members` are the accounts of all of them. A thing that is not asked about has no use by an
/// account that changed, for that would be next to it. If it had none before either, its uses are
/// the same. If it had one, it was no link, or its key would be asked about; and it has fewer uses
/// now, of which `enough` lets fewer pass: it may hold only lower bounds of counts. An upper bound
/// would let a link appear when an account leaves a thing, of which nobody knows any more.
///
/// **What is counted before**, to spare the rest, is no condition of its own: how many edges a thing
/// has (in `fixed`), or a group things (`many`), must be bounded by what `enough` asks of the uses
/// as well, of which there cannot be more. Then it leaves nothing out that would be found.
final class NarrowableShape {

  /// Of each label, what a thing keeps from its making to its end.
  private static final Map<String, Set<String>> FIXED =
      Map.of(
          "PaymentInstrument", Set.of("id", "instrument", "matchKey"),
          "IpAddress", Set.of("id", "version", "prefix", "ordinal", "evidence"),
          "Identifier", Set.of("id", "kind", "value", "keyed"),
          "PromptFamily", Set.of("id", "kind"),
          "Pattern", Set.of("id", "kind"));

  /// What things are found by: there is an index.
  private static final Set<String> KEYS = Set.of("id", "prefix");

  private static final String KEY_VARIABLE = "engineKey";
  private static final String ACCOUNT_VARIABLE = "engineAccount";

  private static final String SHAPE =
      "write it as the detectors are that come with the program: MATCH (v:Label) … CALL (v) {"
          + " MATCH (v)<-[r:TYPE]-(a:Account) … }";
  private static final String SHAPE_OF_GROUP =
      "it groups otherwise than WITH v.prefix AS prefix, collect(v) AS all";
  private static final String UNNAMED =
      "the subquery does more than collect(…) or count(…) AS name";
  private static final String PASSED = "WITH hands on more than names of what was matched";

  /// What is made of the uses of a thing; all of it can only grow with them.
  private enum Use {
    /// The list of their accounts.
    ACCOUNTS,
    LIST,
    /// How many things of a group they are of.
    THINGS,
    COUNT
  }

  /// `(thing:label)`, and the parenthesis that closes it.
  private record Start(String thing, Token label, Token closing) {}

  private final String text;
  private final List<Token> tokens;
  private final TokenCursor cursor;

  private final Set<String> names = new HashSet<>();

  /// By the name of each.
  private final Map<String, Use> uses = new HashMap<>();

  /// The condition of a use.
  private List<Token> ofUse = List.of();

  /// How many conditions there are for what is made of the uses.
  private int conditions;

  /// Those of a row that are made of the uses: `members`, `edges`.
  private final Set<String> columns = new HashSet<>();

  /// Whether an account with several uses would be a member several times.
  private boolean once;

  /// What is the key: `v.id`, or a name for it.
  private final Set<String> keys = new HashSet<>();

  private NarrowableShape(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
    this.cursor = new TokenCursor(tokens);
  }

  static Narrowing of(String statement) {
    CypherTokens read = CypherTokens.of(statement);
    if (!read.findings().isEmpty()) {
      return new Impossible(read.findings().getFirst());
    }
    try {
      return new NarrowableShape(statement, read.tokens()).read();
    } catch (Refused e) {
      return new Impossible(e.finding());
    }
  }

  private Possible read() {
    cursor.expect("it does not start at one kind of shared thing", SHAPE, "MATCH", "(");
    String thing = name("the node that it starts at has no name");
    cursor.expect("the node that it starts at has no label", SHAPE, ":");
    Token label = cursor.word("the node that it starts at has no label", SHAPE);
    Set<String> fixed = FIXED.get(label.text());
    if (fixed == null) {
      throw refused(label, label.text() + " is no label of what accounts share", SHAPE);
    }
    cursor.expect("the node that it starts at is more than a variable and a label", SHAPE, ")");
    Start start = new Start(thing, label, tokens.get(tokens.indexOf(label) + 1));
    List<Token> ofThing = cursor.where();
    if (cursor.isWord("WITH")) {
      return grouped(start, fixed, ofThing);
    }
    keys.add(thing + ".id");
    opened(thing);
    NarrowHop hop = uses(thing, fixed, false);
    List<LowerBound<Use>> enough = enough(Map.of(thing, fixed));
    returned();
    List<List<Token>> plain = new ArrayList<>(TokenCursor.conjuncts(ofUse));
    for (List<Token> part : TokenCursor.conjuncts(ofThing)) {
      LowerBound<NarrowHop> edges = LowerBound.read(part, c -> counted(c, thing));
      if (edges == null) {
        PlainExpression.check(part, Map.of(thing, fixed), names);
        plain.add(part);
      } else if (!edges.of().isLike(hop) || enough.stream().noneMatch(e -> e.implies(edges))) {
        throw refused(
            part.getFirst(),
            "accounts are counted there that are no members",
            "count the relationship of the members, up to a bound that size(members) has too");
      }
    }
    String edges = "COUNT { %s }".formatted(pattern(thing, ":" + hop.types(), hop, ""));
    return narrowed(start, "id", asked(start, "id", hop, plain, enough, edges));
  }

  /// Asks for uses by some accounts, where a link is who uses a thing, or several under a key, and
  /// enough of them.
  private Optional<Uses> asked(
      Start start,
      String property,
      NarrowHop hop,
      List<List<Token>> plain,
      List<LowerBound<Use>> enough,
      String edges) {
    boolean asked =
        columns.size() == 1
            && enough.size() == conditions
            && enough.stream()
                .allMatch(bound -> bound.of() == Use.ACCOUNTS || bound.of() == Use.THINGS)
            && enough.stream()
                .allMatch(bound ->
                    bound.bound().kind() == Kind.PARAMETER
                        || bound.bound().text().matches("[0-9]{1,9}"));
    if (!asked) {
      return Optional.empty();
    }
    String edge = (hop.edge() == null ? "" : hop.edge()) + ":" + hop.types();
    StringBuilder statement = new StringBuilder();
    statement
        .append("UNWIND $%s AS %s\n".formatted(Narrowing.ACCOUNTS, ACCOUNT_VARIABLE))
        .append("MATCH (%s:Account {id: %s})\n".formatted(hop.other(), ACCOUNT_VARIABLE))
        .append("MATCH %s\n".formatted(pattern(start.thing, edge, hop, hop.other())))
        .append("WHERE %s:%s\n".formatted(start.thing, start.label.text()));
    for (List<Token> part : plain) {
      statement
          .append("  AND (")
          .append(text, part.getFirst().offset(), part.getLast().end())
          .append("\n)");
    }
    statement.append(
        "\nRETURN %s.%s AS key, %s AS account, %s.id AS thing, %s AS edges"
            .formatted(start.thing, property, ACCOUNT_VARIABLE, start.thing, edges));
    return Optional.of(
        new Uses(
            statement.toString(), once, leasts(enough, Use.ACCOUNTS), leasts(enough, Use.THINGS)));
  }

  private static List<Narrowing.Least> leasts(List<LowerBound<Use>> enough, Use of) {
    return enough.stream()
        .filter(bound -> bound.of() == of)
        .map(bound ->
            new Narrowing.Least(
                bound.bound().text(), bound.bound().kind() == Kind.PARAMETER, bound.strict()))
        .toList();
  }

  /// `(thing)<-[edge]-(other)`
  private static String pattern(String thing, String edge, NarrowHop hop, @Nullable String other) {
    return "(%s)%s-[%s]-%s(%s)"
        .formatted(
            thing,
            hop.towards().equals("in") ? "<" : "",
            edge,
            hop.towards().equals("out") ? ">" : "",
            other);
  }

  /// The shape on the right, from its `WITH` on.
  private Possible grouped(Start start, Set<String> fixed, List<Token> ofThing) {
    String thing = start.thing;
    cursor.expect(SHAPE_OF_GROUP, SHAPE, "WITH");
    if (!cursor.takeName(thing)) {
      throw cursor.refused(SHAPE_OF_GROUP, SHAPE);
    }
    cursor.expect(SHAPE_OF_GROUP, SHAPE, ".");
    Token property = cursor.word(SHAPE_OF_GROUP, SHAPE);
    if (!KEYS.contains(property.text()) || !fixed.contains(property.text())) {
      throw refused(
          property, "it groups by what is not the key of a shared thing", "group by " + KEYS);
    }
    cursor.expect(SHAPE_OF_GROUP, SHAPE, "AS");
    String group = name(SHAPE_OF_GROUP);
    keys.add(group);
    cursor.expect(SHAPE_OF_GROUP, SHAPE, ",", "collect", "(");
    if (!cursor.takeName(thing)) {
      throw cursor.refused(SHAPE_OF_GROUP, SHAPE);
    }
    cursor.expect(SHAPE_OF_GROUP, SHAPE, ")", "AS");
    String things = name(SHAPE_OF_GROUP);
    List<Token> ofGroup = cursor.where();
    opened(things);
    cursor.expect("the subquery does not unwind '" + things + "'", SHAPE, "UNWIND");
    if (!cursor.takeName(things)) {
      throw cursor.refused("the subquery does not unwind '" + things + "'", SHAPE);
    }
    cursor.expect("the subquery does not unwind '" + things + "'", SHAPE, "AS");
    String one = name("what is unwound has no name");
    NarrowHop hop = uses(one, fixed, true);
    List<LowerBound<Use>> enough = enough(Map.of());
    returned();
    List<List<Token>> plain = new ArrayList<>(TokenCursor.conjuncts(ofUse));
    for (List<Token> part : TokenCursor.conjuncts(ofThing)) {
      PlainExpression.check(part, Map.of(thing, fixed), names);
      plain.add(part);
    }
    for (List<Token> part : TokenCursor.conjuncts(ofGroup)) {
      LowerBound<String> many = LowerBound.read(part, c -> size(c, Set.of(things)));
      if (many == null || enough.stream().noneMatch(e -> e.of() == Use.THINGS && e.implies(many))) {
        throw refused(
            part.getFirst(),
            "things of the group are counted there that no member uses",
            "count up to a bound that count(DISTINCT " + one + ") has too");
      }
    }
    Optional<Uses> asked =
        one.equals(thing)
            ? asked(start, property.text(), hop, plain, enough, "null")
            : Optional.empty();
    return narrowed(start, property.text(), asked);
  }

  /// `CALL (known) {`
  private void opened(String known) {
    cursor.expect("what comes here may look beyond the shared thing", SHAPE, "CALL", "(");
    if (!cursor.takeName(known)) {
      throw cursor.refused("the subquery is not about '" + known + "'", SHAPE);
    }
    cursor.expect("the subquery is not about '" + known + "' alone", SHAPE, ")", "{");
  }

  /// What a thing is used by, and what is made of that: the inside of the subquery.
  private NarrowHop uses(String thing, Set<String> fixed, boolean grouped) {
    cursor.expect("the subquery does more than match the accounts", SHAPE, "MATCH");
    NarrowHop hop = NarrowHop.read(cursor, thing);
    String account = hop.other();
    if (account == null || !"Account".equals(hop.label()) || account.equals(thing)) {
      throw cursor.refused("the pattern does not lead to (a:Account)", SHAPE);
    }
    Map<String, Set<String>> readable = new HashMap<>();
    readable.put(thing, fixed);
    for (String variable : hop.edge() == null ? Set.of(account) : Set.of(account, hop.edge())) {
      checkName(variable);
      readable.put(variable, PlainExpression.ANY);
    }
    ofUse = cursor.where();
    PlainExpression.check(ofUse, readable, names);
    cursor.expect("the subquery does more than match the accounts", SHAPE, "RETURN");
    do {
      Use use = made(readable, account, grouped ? thing : "");
      cursor.expect(UNNAMED, SHAPE, "AS");
      uses.put(name(UNNAMED), use);
    } while (cursor.take(","));
    cursor.expect("the subquery does more than collect and count", SHAPE, "}");
    return hop;
  }

  /// `collect(a)`, `count(DISTINCT r.day)`, `count(*)`.
  private Use made(Map<String, Set<String>> readable, String account, String thing) {
    boolean list = cursor.take("collect");
    if (!list) {
      cursor.expect("only collect and count grow with each account", SHAPE, "count");
    }
    cursor.expect(UNNAMED, SHAPE, "(");
    if (!list && cursor.take("*")) {
      cursor.expect(UNNAMED, SHAPE, ")");
      return Use.COUNT;
    }
    boolean distinct = cursor.take("DISTINCT");
    Token variable = cursor.word(UNNAMED, SHAPE);
    Set<String> properties = readable.get(variable.text());
    if (properties == null) {
      throw refused(variable, "'" + variable.text() + "' is none of what was matched", SHAPE);
    }
    boolean whole = !cursor.take(".");
    if (!whole) {
      Token property = cursor.word(UNNAMED, SHAPE);
      if (!properties.equals(PlainExpression.ANY) && !properties.contains(property.text())) {
        throw refused(property, "." + property.text() + " can change without the members", SHAPE);
      }
    }
    cursor.expect("what is collected or counted is more than a variable", SHAPE, ")");
    if (list) {
      once |= !distinct;
      return whole && variable.text().equals(account) ? Use.ACCOUNTS : Use.LIST;
    }
    return whole && distinct && variable.text().equals(thing) ? Use.THINGS : Use.COUNT;
  }

  /// The clause that lets only some things pass, if there is one.
  ///
  /// @param readable what its condition may read besides
  private List<LowerBound<Use>> enough(Map<String, Set<String>> readable) {
    List<LowerBound<Use>> bounds = new ArrayList<>();
    if (!cursor.take("WITH")) {
      return bounds;
    }
    do {
      Token item = cursor.word(PASSED, SHAPE);
      if (readable.containsKey(item.text()) && cursor.take(".")) {
        cursor.expect(PASSED, SHAPE, "id", "AS");
        Token key = cursor.word(PASSED, SHAPE);
        if (uses.containsKey(key.text())) {
          throw refused(key, "'" + key.text() + "' has two meanings", SHAPE);
        }
        checkName(key.text());
        keys.add(key.text());
      } else if (!readable.containsKey(item.text())
          && !keys.contains(item.text())
          && !uses.containsKey(item.text())) {
        throw refused(item, PASSED, SHAPE);
      }
    } while (cursor.take(","));
    List<List<Token>> parts = TokenCursor.conjuncts(cursor.where());
    conditions = parts.size();
    for (List<Token> part : parts) {
      LowerBound<Use> bound = LowerBound.read(part, this::measured);
      if (bound != null) {
        bounds.add(bound);
      } else if (part.stream().anyMatch(t -> uses.containsKey(t.text()))) {
        throw refused(
            part.getFirst(),
            "a link could appear there because an account goes",
            "ask for lower bounds alone, such as size(members) >= $minAccounts");
      } else {
        PlainExpression.check(part, readable, names);
      }
    }
    return bounds;
  }

  private @Nullable Use measured(TokenCursor part) {
    String list = size(part, uses.keySet());
    if (list != null) {
      Use use = uses.get(list);
      return use == Use.ACCOUNTS || use == Use.LIST ? use : null;
    }
    for (Map.Entry<String, Use> one : uses.entrySet()) {
      if (part.takeName(one.getKey())) {
        return one.getValue() == Use.COUNT || one.getValue() == Use.THINGS ? one.getValue() : null;
      }
    }
    return null;
  }

  /// `size(list)`
  private static @Nullable String size(TokenCursor part, Set<String> lists) {
    if (!part.take("size") || !part.take("(")) {
      return null;
    }
    for (String list : lists) {
      if (part.takeName(list)) {
        return part.take(")") ? list : null;
      }
    }
    return null;
  }

  /// `COUNT { (v)<-[:TYPE]-() }`
  private static @Nullable NarrowHop counted(TokenCursor part, String thing) {
    if (!part.take("COUNT") || !part.take("{")) {
      return null;
    }
    NarrowHop hop = NarrowHop.read(part, thing);
    if (thing.equals(hop.other()) || (hop.label() != null && !hop.label().equals("Account"))) {
      throw part.refused("it counts what are no accounts", SHAPE);
    }
    part.expect("the pattern goes on beyond the account", SHAPE, "}");
    return hop;
  }

  private void returned() {
    String what = "a column is more than a name";
    cursor.expect("what comes here may look beyond the shared thing", SHAPE, "RETURN");
    do {
      if (cursor.takeKind(Set.of(Kind.STRING)) != null) {
        cursor.expect(what, SHAPE, "AS");
        Token column = cursor.word(what, SHAPE);
        if (!Set.of("type", "facet").contains(column.text())) {
          throw refused(column, what, SHAPE);
        }
        continue;
      }
      Token item = cursor.word(what, SHAPE);
      String value = item.text();
      if (cursor.take(".")) {
        value += "." + cursor.word(what, SHAPE).text();
      }
      String column = cursor.take("AS") ? cursor.word(what, SHAPE).text() : value;
      boolean right =
          switch (column) {
            case "key" -> keys.contains(value);
            case "members" -> uses.get(value) == Use.ACCOUNTS;
            case "edges" -> uses.containsKey(value);
            default -> false;
          };
      if (column.equals("members") || column.equals("edges")) {
        columns.add(column);
      }
      if (!right) {
        throw refused(item, column + " is not made of one shared thing and its accounts", SHAPE);
      }
    } while (cursor.take(","));
    if (!cursor.atEnd()) {
      throw cursor.refused("what comes here may look beyond the shared thing", SHAPE);
    }
  }

  /// The index is named so that the database finds its way by keys however small the graph is.
  private Possible narrowed(Start start, String property, Optional<Uses> asked) {
    for (Token token : tokens) {
      for (String name : List.of(KEY_VARIABLE, ACCOUNT_VARIABLE)) {
        if (token.text().equalsIgnoreCase(name)) {
          throw refused(token, "the name " + name + " is the engine's", "choose another");
        }
      }
    }
    String statement =
        text.substring(0, tokens.getFirst().offset())
            + "UNWIND $%s AS %s ".formatted(Narrowing.KEYS, KEY_VARIABLE)
            + text.substring(tokens.getFirst().offset(), start.label.end())
            + " {%s: %s}".formatted(property, KEY_VARIABLE)
            + text.substring(start.label.end(), start.closing.end())
            + " USING INDEX SEEK %s:%s(%s)".formatted(start.thing, start.label.text(), property)
            + text.substring(start.closing.end());
    return new Possible(start.label.text(), property, statement, asked);
  }

  /// A new variable.
  private String name(String otherwise) {
    Token token = cursor.word(otherwise, SHAPE);
    checkName(token.text());
    return token.text();
  }

  private void checkName(String name) {
    if (PlainExpression.isKeyword(name)) {
      throw cursor.refused("'" + name + "' is a name and a keyword", "choose another name");
    }
    names.add(name);
  }

  private static Refused refused(Token at, String what, String remedy) {
    return new Refused(new Finding(at.offset(), what, remedy));
  }
}
