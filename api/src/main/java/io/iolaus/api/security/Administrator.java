package io.iolaus.api.security;

import io.iolaus.cypher.home.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/// The one user there is: `admin`, with the password generated into the home. It is read at the
/// start and kept as a hash.
@Configuration(proxyBeanMethods = false)
class Administrator {

  static final String NAME = "admin";

  static final String PASSWORD = "admin.password";

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  UserDetailsService users(Home home, PasswordEncoder encoder) {
    return new InMemoryUserDetailsManager(
        User.withUsername(NAME)
            .password(encoder.encode(home.secret(PASSWORD)))
            .roles("ADMIN")
            .build());
  }

  @Bean
  AuthenticationManager authenticationManager(UserDetailsService users, PasswordEncoder encoder) {
    DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
    provider.setPasswordEncoder(encoder);
    return new ProviderManager(provider);
  }
}
