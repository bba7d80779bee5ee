package io.iolaus.api.alert;

import io.iolaus.cypher.alert.AlertMessage;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.HomeException;
import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/// Mails messages as plain text.
///
/// Nothing that comes from outside gets into a header as it is: line ends and other control
/// characters are taken out of the subject before it is encoded, addresses are the operator's own
/// and were read strictly. `Message-ID` is the message's id, the same for each try.
final class MailChannel implements AlertChannel {

  static final String NAME = "mail";

  private static final String SECRET = "smtp.password";
  private static final int LONGEST_SUBJECT = 200;
  private static final int REFUSED = 500;
  private static final String CONNECT_MILLIS = "5000";
  private static final String ANSWER_MILLIS = "10000";

  private final AlertProperties.Mail properties;
  private final Home home;
  private final AlertText text;

  MailChannel(AlertProperties.Mail properties, Home home, AlertText text) {
    this.properties = properties;
    this.home = home;
    this.text = text;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String target() {
    return properties.host() + ":" + properties.port();
  }

  @Override
  public Outcome send(AlertMessage message) {
    try {
      Transport.send(mail(message));
      return new Outcome.Sent();
    } catch (MessagingException e) {
      String problem = problem(e);
      return refused(e) ? new Outcome.Refused(problem) : new Outcome.Later(problem, null);
    } catch (HomeException e) {
      return new Outcome.Later(String.valueOf(e.getMessage()), null); // no password
    }
  }

  MimeMessage mail(AlertMessage message) throws MessagingException {
    InternetAddress from = MailAddresses.one("iolaus.alerts.mail.from", properties.from());
    MimeMessage mail = new Mail(session(), message.id(), from.getAddress());
    mail.setFrom(from);
    for (String to : properties.to()) {
      mail.addRecipient(Message.RecipientType.TO, MailAddresses.one("iolaus.alerts.mail.to", to));
    }
    mail.setSubject(line(text.subject(message)), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(message.madeAt()));
    // Answers of the kind "I am on leave" are not wanted.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setText(text.body(message), StandardCharsets.UTF_8.name());
    return mail;
  }

  /// One line without control characters.
  static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp} ]+", " ").strip();
    return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT - 1) + "…" : line;
  }

  private Session session() {
    Properties smtp = new Properties();
    smtp.put("mail.transport.protocol", "smtp");
    smtp.put("mail.smtp.host", properties.host());
    smtp.put("mail.smtp.port", Integer.toString(properties.port()));
    smtp.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    smtp.put("mail.smtp.timeout", ANSWER_MILLIS);
    smtp.put("mail.smtp.writetimeout", ANSWER_MILLIS);
    boolean startTls = properties.security().equals("starttls");
    boolean tls = properties.security().equals("tls");
    smtp.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    smtp.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    smtp.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    smtp.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean login = !properties.username().isEmpty();
    smtp.put("mail.smtp.auth", Boolean.toString(login));
    return Session.getInstance(smtp, login ? login() : null);
  }

  private Authenticator login() {
    String password = home.givenSecret(SECRET);
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(properties.username(), password);
      }
    };
  }

  /// Whether the server said that it will not have it: a reply of 5xx to the mail or to all who are
  /// to get it.
  private static boolean refused(MessagingException e) {
    @Nullable Exception next = e;
    while (next != null) {
      if ((next instanceof SMTPSendFailedException f && f.getReturnCode() >= REFUSED)
          || (next instanceof SMTPAddressFailedException a && a.getReturnCode() >= REFUSED)) {
        return true;
      }
      next = next instanceof MessagingException m ? m.getNextException() : null;
    }
    return false;
  }

  private static String problem(MessagingException e) {
    String problem = line(String.valueOf(e.getMessage()));
    if (e instanceof SendFailedException failed) {
      Address @Nullable [] sent = failed.getValidSentAddresses();
      problem += sent == null || sent.length == 0 ? "" : " (some got it)";
    }
    return problem;
  }

  /// With an id of its own, which would be made anew for each try.
  private static final class Mail extends MimeMessage {

    private final String id;

    Mail(Session session, String message, String from) {
      super(session);
      this.id = "<" + message + from.substring(from.lastIndexOf('@')) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
