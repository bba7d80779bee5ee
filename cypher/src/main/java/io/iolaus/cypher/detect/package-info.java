/// A detection run: derive what has no node, run the detectors, weigh, resolve, judge, attribute, write.
@NullMarked
package io.iolaus.cypher.detect;

import org.jspecify.annotations.NullMarked;
