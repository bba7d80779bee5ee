/// Things that only one process may do at a time.
@NullMarked
package io.iolaus.cypher.lease;

import org.jspecify.annotations.NullMarked;
