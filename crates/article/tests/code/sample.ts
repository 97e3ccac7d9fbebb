import { a, type B } from "./mod";
@Component({ selector: 'x' })
export class Foo<T> extends Bar implements Baz {
  private readonly x: number = 0b11;
  async get(url: string): Promise<void> {
    const re = /ab+[/]c/gi, t = `a ${b + 1} c`;
    return await fetch(url).then((r) => r.json()); // done
  }
}
if (a / b / c > 2 && !undefined) { new Map(); }
