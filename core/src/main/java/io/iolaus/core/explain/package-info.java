/// Why an account is in a cluster, or is not: a function of what the cluster showed when a run
/// judged it and of what the account shows.
@NullMarked
package io.iolaus.core.explain;

import org.jspecify.annotations.NullMarked;
