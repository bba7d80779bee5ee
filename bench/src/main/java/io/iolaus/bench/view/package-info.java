/// How fast a large cluster is shown, now and as of any moment.
@NullMarked
package io.iolaus.bench.view;

import org.jspecify.annotations.NullMarked;
