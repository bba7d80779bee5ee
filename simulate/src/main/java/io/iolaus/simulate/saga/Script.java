package io.iolaus.simulate.saga;

import io.iolaus.simulate.campaign.Crew;
import io.iolaus.simulate.campaign.Outfit;
import io.iolaus.simulate.crowd.Scene;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.Evasion;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the operators of one saga do, day by day. Days are counted from the begin of the time
/// frame.
///
/// Each story is played by one operator, or by two that meet or part. Days are drawn, and always so
/// that something new has gone on for eight days or more when a run looks at it.
public final class Script {

  /// Days between two runs.
  public static final int PACE = 20;

  /// Runs until the window has passed what ended with one.
  private static final int PACE_OF_WINDOW = 6;

  /// Something new goes on for so many days before a run.
  private static final int SETTLED = 8;

  /// What one operator, or two, can do.
  public enum Story {
    /// More accounts join.
    GROWING,
    /// A part of the accounts falls silent for good.
    FADING,
    /// All are suspended; three in ten come back with other cards, exits and machines.
    REGROWING,
    /// All fall silent for weeks, then go on.
    RESTING,
    /// Two operators begin to work as one.
    MERGING,
    /// One hand falls silent; when the window has passed that, its accounts come back as two.
    SPLITTING
  }

  /// Operators that are one while they work together.
  ///
  /// @param from the first day
  /// @param until the day after the last
  public record Alliance(Set<String> operators, int from, int until) {
    public Alliance {
      operators = Set.copyOf(operators);
    }
  }

  private final Scene scene;
  private final RandomStream random;
  private final Evasion evasion;
  private final int accounts;
  private final int runs;
  private final TimeFrame frame;
  private final List<Actor> actors = new ArrayList<>();
  private final List<Alliance> alliances = new ArrayList<>();

  /// @param accounts of a crew of middle size
  public Script(Scene scene, Evasion evasion, int accounts, int runs, RandomStream random) {
    this.scene = scene;
    this.random = random;
    this.evasion = evasion;
    this.accounts = accounts;
    this.runs = runs;
    this.frame = scene.people().world().frame();
  }

  /// Crews and their work.
  public List<Actor> actors() {
    return List.copyOf(actors);
  }

  public List<Alliance> alliances() {
    return List.copyOf(alliances);
  }

  /// Has a story played.
  ///
  /// @param name of the operator; two are told apart by a letter behind it
  public void play(Story story, String name) {
    RandomStream own = random.child(name);
    RandomStream days = own.child("days");
    int size = (int) (accounts * own.child("size").between(0.8, 1.4));
    int end = frame.days();
    switch (story) {
      case GROWING -> {
        Outfit outfit = outfit(name, 2 * size, own);
        crew(name, size, 1, end, "first", own).works(outfit, day(1), day(end));
        int joins = after(days.between(2, runs - 2), days);
        crew(name, size / 2, joins, end, "second", own).works(outfit, day(joins), day(end));
      }
      case FADING -> {
        Outfit outfit = outfit(name, 2 * size, own);
        crew(name, size, 1, end, "first", own).works(outfit, day(1), day(end));
        crew(name, size / 2, 1, end, "second", own)
            .works(outfit, day(1), day(before(days.between(2, 3), days)));
      }
      case REGROWING -> {
        Outfit outfit = outfit(name, size, own);
        int run = days.between(2, runs - 3);
        int taken = before(run + 1, days);
        crew(name, size, 1, taken, "first", own).works(outfit, day(1), day(taken));
        int back = after(days.between(run + 1, runs - 1), days);
        int returning = Math.max(8, (int) Math.round(0.3 * size));
        Outfit renewed = outfit.renewed(returning, own.child("renewed"));
        actors.add(renewed);
        crew(name, returning, back, end, "second", own).works(renewed, day(back), day(end));
      }
      case RESTING -> {
        Outfit outfit = outfit(name, size, own);
        int run = days.between(2, runs - 3);
        int rests = PACE * run + 1;
        int resumes = after(days.between(run + 1, Math.min(runs - 1, run + 3)), days);
        crew(name, size, 1, end, "first", own)
            .works(outfit, day(1), day(rests))
            .works(outfit, day(resumes), day(end));
      }
      case MERGING -> {
        int meet = after(days.between(1, runs - 2), days);
        Outfit joint = outfit(name + "-joint", 2 * size, own.child("joint"));
        for (String half : List.of("a", "b")) {
          RandomStream side = own.child(half);
          crew(name + half, half.equals("a") ? size : size * 3 / 4, 1, end, "first", side)
              .works(outfit(name + half, size, side), day(1), day(end))
              .works(joint, day(meet), day(end));
        }
        alliances.add(new Alliance(Set.of(name + "a", name + "b"), meet, end));
      }
      case SPLITTING -> {
        int parts = before(2, days);
        int resumes = after(days.between(PACE_OF_WINDOW + 3, runs - 1), days);
        Outfit joint = outfit(name + "-joint", 2 * size, own.child("joint"));
        for (String half : List.of("a", "b")) {
          RandomStream side = own.child(half);
          crew(name + half, half.equals("a") ? size : size * 3 / 4, 1, end, "first", side)
              .works(joint, day(1), day(parts))
              .works(outfit(name + half, size, side), day(resumes), day(end));
        }
        alliances.add(new Alliance(Set.of(name + "a", name + "b"), 1, parts));
      }
    }
  }

  /// A day after a run and long enough before the next.
  private static int after(int run, RandomStream days) {
    return PACE * run + days.between(1, PACE - SETTLED);
  }

  /// A day shortly before a run: what ends there leaves the window as a whole between two runs.
  private static int before(int run, RandomStream days) {
    return PACE * run - days.between(0, 5);
  }

  private long day(int day) {
    return frame.startOf(day);
  }

  private Outfit outfit(String name, int size, RandomStream own) {
    Outfit outfit =
        Outfit.of(name, Attack.TARGETED, evasion, size, 2.5, scene, own.child("outfit"));
    actors.add(outfit);
    return outfit;
  }

  private Crew crew(
      String operator, int size, int opened, int suspended, String crew, RandomStream own) {
    Crew made =
        new Crew(
            operator,
            crew,
            size,
            day(opened),
            suspended == frame.days() ? Long.MAX_VALUE : day(suspended),
            scene,
            own.child(crew));
    actors.add(made);
    return made;
  }
}
