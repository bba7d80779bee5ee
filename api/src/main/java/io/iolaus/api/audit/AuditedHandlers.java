package io.iolaus.api.audit;

import io.iolaus.cypher.audit.AuditUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/// The one place where [Audited] acts: around the call of a route's method, its parameters
/// included, and before its answer is written.
@Component
final class AuditedHandlers implements WebMvcRegistrations {

  private final ObjectProvider<AuditRecorder> recorder;

  AuditedHandlers(ObjectProvider<AuditRecorder> recorder) {
    this.recorder = recorder;
  }

  @Override
  public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
    return new RequestMappingHandlerAdapter() {
      @Override
      protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
        Audited audited = handler.getMethodAnnotation(Audited.class);
        return audited == null
            ? super.createInvocableHandlerMethod(handler)
            : new AuditedHandler(handler, audited, recorder.getObject());
      }
    };
  }

  /// One request's call of a method.
  private static final class AuditedHandler extends ServletInvocableHandlerMethod {

    private final Audited audited;
    private final AuditRecorder recorder;
    private AuditRecorder.@Nullable Use use;

    AuditedHandler(HandlerMethod handler, Audited audited, AuditRecorder recorder) {
      super(handler);
      this.audited = audited;
      this.recorder = recorder;
    }

    @Override
    public @Nullable Object invokeForRequest(
        NativeWebRequest request,
        @Nullable ModelAndViewContainer container,
        @Nullable Object... provided)
        throws Exception {
      HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
      if (http == null) {
        throw new IllegalStateException("routes are asked over HTTP");
      }
      AuditRecorder.Use opened = recorder.open(audited, http);
      use = opened;
      Object answer;
      try {
        answer = super.invokeForRequest(request, container, provided);
      } catch (AuditUnavailableException e) {
        throw e;
      } catch (Exception | Error e) {
        opened.ended(e);
        throw e;
      }
      opened.allowed();
      return answer;
    }

    @Override
    protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
      if (use != null) {
        use.begin(arguments);
      }
      return super.doInvoke(arguments);
    }
  }
}
