package io.iolaus.simulate.world;

/// The truth about one account; never written among the events.
///
/// @param operator the operator's name, or empty
/// @param decoy the kind of decoy (`D1` … `D10`), or empty
/// @param instance which instance of the decoy (`D1-0`), or empty
/// @param variant what sets the instance apart from others of its kind (`unverified`), or empty
public record Label(Role role, String operator, String decoy, String instance, String variant) {

  public static final Label BACKGROUND = of(Role.BACKGROUND);

  public static Label attack(String operator) {
    return new Label(Role.ATTACK, operator, "", "", "");
  }

  public static Label decoy(String kind, int instance) {
    return new Label(Role.DECOY, "", kind, kind + "-" + instance, "");
  }

  public static Label of(Role role) {
    return new Label(role, "", "", "", "");
  }

  public Label variant(String name) {
    return new Label(role, operator, decoy, instance, name);
  }
}
