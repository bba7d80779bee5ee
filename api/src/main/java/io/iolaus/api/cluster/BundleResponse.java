package io.iolaus.api.cluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.subgraph.Bundle;
import io.iolaus.cypher.subgraph.Subgraph.Tie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of what is in a bundle or a group.
///
/// @param version of the picture that it is in
/// @param x where it is drawn, as is `y`
/// @param ties what its accounts have in common
record BundleResponse(
    String version,
    String key,
    double x,
    double y,
    List<Tie> ties,
    @JsonUnwrapped ListResponse<Bundle.Account> list) {

  static BundleResponse of(
      Bundle bundle, @Nullable PageKey after, int limit, Cursors cursors, String query) {
    List<Bundle.Account> all = bundle.accounts();
    int from = after == null ? 0 : Math.min(all.size(), (int) (double) (Double) after.value());
    int to = Math.min(all.size(), from + limit);
    PageKey next = to == all.size() ? null : new PageKey((double) to, all.get(to).id());
    return new BundleResponse(
        bundle.version(),
        bundle.key(),
        bundle.x(),
        bundle.y(),
        bundle.ties(),
        ListResponse.of(new Page<>(all.subList(from, to), all.size(), next), cursors, query));
  }
}
