package io.iolaus.api.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.iolaus.api.problem.Words;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says of the parts of records whether they may be null (those that are so marked may, all others
/// are always there) and of choices by what words they go.
@Component
class RecordSchemas implements ModelConverter {

  private static final String REFERENCE = "#/components/schemas/";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    JavaType java = Json.mapper().constructType(type.getType());
    if (java != null && java.getRawClass().isRecord() && type.getName() == null) {
      type.name(name(java.getRawClass()));
    }
    Schema<?> resolved = chain.next().resolve(type, context, chain);
    if (resolved != null && java != null && java.isEnumType()) {
      words(resolved, context, java.getRawClass());
    } else if (resolved != null && java != null && java.getRawClass().isRecord()) {
      Schema<?> model = model(resolved, context);
      if (model != null && model.getProperties() != null) {
        mark(model, java.getRawClass());
      }
    }
    return resolved;
  }

  /// Parts of records have short names, of which there are several alike. Null for the library's
  /// own choice.
  private static @Nullable String name(Class<?> record) {
    Class<?> whole = record.getEnclosingClass();
    return whole == null || !whole.isRecord()
        ? null
        : whole.getSimpleName() + record.getSimpleName();
  }

  private static @Nullable Schema<?> model(Schema<?> resolved, ModelConverterContext context) {
    return resolved.get$ref() == null
        ? resolved
        : context.getDefinedModels().get(resolved.get$ref().substring(REFERENCE.length()));
  }

  /// Choices are described by the words that requests and answers have for them.
  @SuppressWarnings("unchecked") // a schema of strings
  private static void words(Schema<?> resolved, ModelConverterContext context, Class<?> type) {
    Schema<?> model = model(resolved, context);
    if (model != null) {
      ((Schema<String>) model).setEnum(List.copyOf(Words.of(type).keySet()));
    }
  }

  @SuppressWarnings("rawtypes") // as the library has them
  private static void mark(Schema<?> model, Class<?> record) {
    Map<String, Schema> properties = model.getProperties();
    for (RecordComponent part : record.getRecordComponents()) {
      String name = name(part);
      Schema<?> property = properties.get(name);
      if (property == null) {
        continue;
      }
      if (property.getItems() != null && elementsMayBeNull(part)) {
        property.setItems(orNull(property.getItems()));
      }
      if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        if (model.getRequired() == null || !model.getRequired().contains(name)) {
          model.addRequiredItem(name);
        }
      } else {
        properties.put(name, orNull(property));
      }
    }
  }

  private static String name(RecordComponent part) {
    JsonProperty other = part.getAccessor().getAnnotation(JsonProperty.class);
    return other == null ? part.getName() : other.value();
  }

  private static boolean elementsMayBeNull(RecordComponent part) {
    return switch (part.getAnnotatedType()) {
      case AnnotatedParameterizedType list ->
          list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
      case AnnotatedArrayType array ->
          array.getAnnotatedGenericComponentType().isAnnotationPresent(Nullable.class);
      default -> false;
    };
  }

  private static boolean nullable(Schema<?> property) {
    return (property.getTypes() != null && property.getTypes().contains("null"))
        || (property.getOneOf() != null
            && property.getOneOf().stream().anyMatch(RecordSchemas::nullable));
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (nullable(property)) {
      return property;
    }
    if (property.get$ref() == null && property.getEnum() == null && property.getTypes() != null) {
      property.addType("null");
      return property;
    }
    Schema<?> none = new Schema<>();
    none.addType("null");
    return new Schema<>().oneOf(List.of(property, none)).description(property.getDescription());
  }
}
