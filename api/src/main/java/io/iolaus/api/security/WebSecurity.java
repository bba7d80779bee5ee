package io.iolaus.api.security;

import io.iolaus.api.load.LoadFilter;
import io.iolaus.api.load.LoadGuard;
import io.iolaus.api.once.OnceFilter;
import io.iolaus.api.problem.ProblemWriter;
import io.iolaus.cypher.once.OnceKeys;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/// How requests are let in: who may use which route is told by [RouteMatrix].
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
          + " connect-src 'self'; font-src 'self'; worker-src 'self' blob:; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /// The page that shows the interface's description sets styles from its script.
  private static final String DESCRIPTION_POLICY =
      POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

  @Bean
  SecurityContextRepository sessions() {
    return new HttpSessionSecurityContextRepository();
  }

  /// A program that brings its credentials with each request must not leave a session behind with
  /// each: only the login begins one.
  private static SecurityContextRepository existingSessions() {
    HttpSessionSecurityContextRepository existing = new HttpSessionSecurityContextRepository();
    existing.setAllowSessionCreation(false);
    return existing;
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return tokens;
  }

  /// There is one way in for each kind of credentials, and no other: without this Spring makes a
  /// user of its own.
  @Bean
  AuthenticationManager authenticationManager(PasswordProvider users) {
    return new ProviderManager(users);
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      RouteMatrix matrix,
      Accounts accounts,
      PasswordProvider users,
      ServiceAccounts services,
      BearerTokens bearers,
      Refusals refusals,
      CsrfTokenRepository csrfTokens,
      LoginGuard guard,
      LoadGuard load,
      OnceKeys keys,
      JsonMapper json,
      ProblemWriter problems) {
    return http.authorizeHttpRequests(routes ->
            routes
                // What the container forwards to itself was judged when it came in.
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .anyRequest()
                .access(matrix))
        .csrf(csrf ->
            csrf.spa()
                .csrfTokenRepository(csrfTokens)
                .requireCsrfProtectionMatcher(request ->
                    CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                        && !GuardedBasicFilter.programme(request)))
        .addFilterAt(
            new GuardedBasicFilter(
                new ProviderManager(List.of(services, users)), refusals, guard, problems),
            BasicAuthenticationFilter.class)
        .addFilterBefore(
            new BearerFilter(bearers, refusals, guard, problems), BasicAuthenticationFilter.class)
        .addFilterBefore(new SessionFilter(accounts, problems), BearerFilter.class)
        .addFilterAfter(new LoadFilter(load, problems), AuthorizationFilter.class)
        .addFilterAfter(new OnceFilter(keys, problems, json), LoadFilter.class)
        .securityContext(context -> context.securityContextRepository(existingSessions()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .anonymous(a -> {})
        .headers(WebSecurity::headers)
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .addHeaderWriter((request, response) ->
            response.setHeader(
                "Content-Security-Policy",
                request.getRequestURI().startsWith("/openapi/") ? DESCRIPTION_POLICY : POLICY))
        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            p -> p.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
        .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }
}
