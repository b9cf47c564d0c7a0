package org.bearhug.course.schedule;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.course.PublicationState;
import org.bearhug.kit.Refusal;
import org.hibernate.annotations.UuidGenerator;

/**
 * One run of a course. Whoever writes a session of it holds the lock of this row, and its version grows with each change
 * of it or of one of them.
 */
@Entity
class Block extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID courseId;

    String title;

    @Enumerated(EnumType.STRING)
    PublicationState state = PublicationState.DRAFT;

    String timeZone;

    @AttributeOverride(name = "amount", column = @Column(name = "price_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
    Money price;

    @AttributeOverride(name = "amount", column = @Column(name = "drop_in_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "drop_in_currency"))
    Money dropInPrice;

    @AttributeOverride(name = "amount", column = @Column(name = "drop_in_minimum_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "drop_in_minimum_currency"))
    Money dropInMinimum;

    @AttributeOverride(name = "from", column = @Column(name = "age_from"))
    @AttributeOverride(name = "to", column = @Column(name = "age_to"))
    AgeWeeks ageWeeks;

    CancellationPolicy cancellationPolicy;

    @AttributeOverride(name = "weeks", column = @Column(name = "make_up_weeks"))
    @AttributeOverride(name = "perBlock", column = @Column(name = "make_ups_per_block"))
    MakeUp makeUp;

    Pricing pricing;

    Instant publishedAt;

    long version;

    static Block from(NewBlock wish, UUID courseId) {
        Block block = new Block();
        block.courseId = courseId;
        block.title = wish.title();
        block.timeZone = wish.timeZone();
        block.price = wish.blockPrice();
        block.dropInPrice = wish.dropInPrice();
        block.ageWeeks = wish.ageWeeks();
        block.cancellationPolicy = wish.cancellationPolicy();
        block.makeUp = wish.makeUp();
        block.dropInMinimum = wish.dropInMinimum();
        block.pricing = wish.pricing();
        block.check();
        return block;
    }

    static Optional<Block> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** All of a course that is locked: whoever changes one of them holds the course first. */
    static List<Block> ofCourse(UUID courseId) {
        return list("courseId = ?1 order by id", courseId);
    }

    /** Whether it was ever published: what was sold stays readable. */
    boolean isPublic() {
        return publishedAt != null;
    }

    boolean isSold() {
        return state == PublicationState.PUBLISHED;
    }

    void change(BlockChange change) {
        title = change.titleFrom(title);
        price = requireNonNullElse(change.blockPrice(), price);
        dropInPrice = change.dropInPriceFrom(dropInPrice);
        ageWeeks = requireNonNullElse(change.ageWeeks(), ageWeeks);
        cancellationPolicy = requireNonNullElse(change.cancellationPolicy(), cancellationPolicy);
        makeUp = requireNonNullElse(change.makeUp(), makeUp);
        dropInMinimum = change.minimumFrom(dropInMinimum, dropInPrice);
        pricing = requireNonNullElse(change.pricing(), pricing);
        check();
    }

    /** Whether it could have this price, beside what else its instructor has said of prices. */
    boolean canCost(Money money) {
        return pricing.goesWith(money) && Pricing.isWithin(money, dropInMinimum);
    }

    private void check() {
        ageWeeks.requireOrder();
        cancellationPolicy.requireOrder();
        requireCurrencyOf(dropInPrice);
        Pricing.requireMinimum(dropInPrice, dropInMinimum);
        pricing.requireToFit(price);
    }

    void requireCurrencyOf(Money money) {
        if (money != null && !money.currency().equals(price.currency())) {
            throw Refusal.invalid("#/dropInPrice/currency", "A block and its sessions have one currency.");
        }
    }

    void publish(Instant now) {
        state = PublicationState.PUBLISHED;
        publishedAt = now;
    }
}
