/// Reads clusters, their members and what speaks for them.
@NullMarked
package io.iolaus.cypher.cluster;

import org.jspecify.annotations.NullMarked;
