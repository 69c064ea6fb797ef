const FIRST_SIZE = 1_024;

/**
 * How often each of very many things has come, known by 64 bits of their hashes: twelve bytes a place, where a Map of
 * a million would take a hundred. Open addressing, never more than half full.
 */
export class Occurrences {
  #high = new Uint32Array(FIRST_SIZE);
  #low = new Uint32Array(FIRST_SIZE);
  /** 0: the place is free. */
  #counts = new Uint32Array(FIRST_SIZE);
  #used = 0;

  /** Counts one more; returns the how-manyth it is, from 1. */
  count(high: number, low: number): number {
    if (this.#used * 2 >= this.#counts.length) this.#grow();
    const place = this.#placeOf(high, low);
    const count = (this.#counts[place] ?? 0) + 1;
    if (count === 1) this.#used++;
    this.#put(place, high, low, count);
    return count;
  }

  #placeOf(high: number, low: number): number {
    const last = this.#counts.length - 1;
    let place = low & last;
    while (this.#counts[place] !== 0 && !(this.#high[place] === high && this.#low[place] === low)) {
      place = (place + 1) & last;
    }
    return place;
  }

  #put(place: number, high: number, low: number, count: number): void {
    this.#high[place] = high;
    this.#low[place] = low;
    this.#counts[place] = count;
  }

  #grow(): void {
    const [high, low, counts] = [this.#high, this.#low, this.#counts];
    const size = counts.length * 2;
    [this.#high, this.#low, this.#counts] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
    for (const [index, count] of counts.entries()) {
      const [h, l] = [high[index] ?? 0, low[index] ?? 0];
      if (count > 0) this.#put(this.#placeOf(h, l), h, l, count);
    }
  }
}
