/// How long runs take that go on from a full one, by how many accounts were touched in between.
@NullMarked
package io.iolaus.bench.epoch;

import org.jspecify.annotations.NullMarked;
