/// How fast what an analyst asks for is shown: a large cluster, now and as of any moment; paths.
@NullMarked
package io.iolaus.bench.view;

import org.jspecify.annotations.NullMarked;
