/// Clusters as STIX 2.1 bundles: counts in ranges, networks of many, nobody's name.
@NullMarked
package io.iolaus.sharing.stix;

import org.jspecify.annotations.NullMarked;
