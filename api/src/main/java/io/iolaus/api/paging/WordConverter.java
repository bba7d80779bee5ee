package io.iolaus.api.paging;

import io.iolaus.api.problem.Words;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.stereotype.Component;

/// Reads parameters that take one of a few words, by the words that answers have for them. An empty
/// one counts as absent. So a choice is an enum in the controller, and is described as one.
@Component
class WordConverter implements GenericConverter {

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(new ConvertiblePair(String.class, Enum.class));
  }

  @Override
  public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
    if (source == null || "".equals(source)) {
      return null;
    }
    Object known = Words.of(to.getType()).get(source);
    if (known == null) {
      throw new IllegalArgumentException("no such word");
    }
    return known;
  }
}
