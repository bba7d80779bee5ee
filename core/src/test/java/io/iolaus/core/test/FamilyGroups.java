package io.iolaus.core.test;

import io.iolaus.core.prompt.PromptFamilies;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.core.prompt.PromptSketch;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The families that detection finds: through the accounts' bounded samples, as in the product.
public final class FamilyGroups {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 22);

  private FamilyGroups() {}

  /// The family of each prompt, -1 for none.
  public static int[] of(List<? extends KnownPrompt> prompts, int accounts) {
    PromptSketcher sketcher = new PromptSketcher(SiteSecret.of(new byte[SiteSecret.KEY_BYTES]));
    List<PromptSketch> sketches = prompts.stream().map(p -> sketcher.sketch(p.text())).toList();
    List<PromptReservoir> reservoirs = new ArrayList<>();
    for (int account = 0; account < accounts; account++) {
      reservoirs.add(new PromptReservoir());
    }
    for (int i = 0; i < sketches.size(); i++) {
      reservoirs.get(prompts.get(i).account()).add(false, sketches.get(i), DAY, 1);
    }
    PromptFamilies families =
        PromptFamilies.find("p", accounts, account -> reservoirs.get(account).sampled(false));
    return sketches.stream().mapToInt(sketch -> families.familyOf(sketch).orElse(-1)).toArray();
  }
}
