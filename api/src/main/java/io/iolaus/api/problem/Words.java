package io.iolaus.api.problem;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The words by which choices go in requests and answers: what their `text()` says, else their
/// names.
public final class Words {

  private static final ClassValue<Map<String, Object>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
          Map<String, Object> words = new LinkedHashMap<>();
          Arrays.stream(type.getEnumConstants()).forEach(one -> words.put(word(type, one), one));
          return Collections.unmodifiableMap(words);
        }
      };

  private Words() {}

  /// Each constant of an enum by its word, in their order.
  public static Map<String, Object> of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static String word(Class<?> type, Object one) {
    try {
      Method text = type.getDeclaredMethod("text");
      text.setAccessible(true);
      return String.valueOf(text.invoke(one));
    } catch (NoSuchMethodException e) {
      return ((Enum<?>) one).name();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
