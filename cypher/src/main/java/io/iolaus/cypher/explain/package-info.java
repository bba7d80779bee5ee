/// Why accounts are in clusters, or are not, and what a cluster would be without something shared.
@NullMarked
package io.iolaus.cypher.explain;

import org.jspecify.annotations.NullMarked;
